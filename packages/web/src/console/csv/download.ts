import { csvText } from "./csv-text.ts";

/** Hands a file to the browser. */
export function download(name: string, type: string, parts: readonly BlobPart[]): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Hands rows to the browser as a CSV file. */
export function downloadCsv(name: string, rows: readonly (readonly (string | number)[])[]): void {
  download(`${name}.csv`, "text/csv;charset=utf-8", [csvText(rows)]);
}
