import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from "node:fs";

/** A record ends with this; what stands behind the last one was torn by a crash and never acknowledged. */
const END = "\n";

/**
 * The journal of one device on its own disk: one JSON record a line, written and fsynced before anything is said of it.
 * Reading it again gives every record that was acknowledged; a torn last line is cut off.
 */
export class DiskJournal<Line> implements Disposable {
  readonly file: string;
  readonly #handle: number;
  #size: number;

  constructor(file: string) {
    this.file = file;
    this.#size = existsSync(file) ? wholeBytes(readFileSync(file)) : 0;
    this.#handle = openSync(file, existsSync(file) ? "r+" : "w+");
    ftruncateSync(this.#handle, this.#size);
  }

  read(): readonly Line[] {
    const text = readFileSync(this.file, "utf8").slice(0, -END.length);
    return text === "" ? [] : text.split(END).map((line) => JSON.parse(line) as Line);
  }

  /** On disk when it returns. */
  append(...lines: readonly Line[]): void {
    const bytes = Buffer.from(lines.map((line) => JSON.stringify(line) + END).join(""));
    writeSync(this.#handle, bytes, 0, bytes.length, this.#size);
    fsyncSync(this.#handle);
    this.#size += bytes.length;
  }

  [Symbol.dispose](): void {
    closeSync(this.#handle);
  }
}

/** What stands on the disk goes to another one, as someone with the disk in his hand would do. */
export function copyDisk(from: string, to: string): void {
  copyFileSync(from, to);
}

function wholeBytes(bytes: Buffer): number {
  return bytes.lastIndexOf(END) + END.length;
}
