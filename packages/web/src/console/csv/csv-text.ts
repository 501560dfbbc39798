/** Byte order mark: without it Excel takes UTF-8 for the local code page, and Chinese and Kazakh are lost. */
const BOM = "\ufeff";

/**
 * Rows as CSV (RFC 4180). A cell that a spreadsheet would run as a formula is given a leading apostrophe: names come from
 * documents that strangers bring.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return BOM + rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
}

function cellText(cell: string | number): string {
  const text = typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
