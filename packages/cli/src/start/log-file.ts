import fs from "node:fs";
import path from "node:path";

/** The file is set aside once when it is this large, so the log never takes more than twice as much. */
export const LOG_BYTES_MAX = 10_000_000;

/** Appends lines to `<folder>/node.log`, keeping the one before as node.log.1. @returns the file's path and its `log` */
export function openLogFile(folder: string, bytesMax = LOG_BYTES_MAX): { file: string; log(line: string): void } {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "node.log");
  let bytes = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return {
    file,
    log(line) {
      const text = `${line}\n`;
      if (bytes + Buffer.byteLength(text) > bytesMax) {
        fs.renameSync(file, `${file}.1`);
        bytes = 0;
      }
      fs.appendFileSync(file, text, { mode: 0o600 });
      bytes += Buffer.byteLength(text);
    },
  };
}
