/** A decision table as it is written: its columns, and the cells of each row. */
export type WrittenTable = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Splits a written table at its bars; a bar inside quotes belongs to the text. */
export function readTable(text: string): WrittenTable {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const [head = [], ...rows] = lines.map(splitCells);
  return { head, rows };
}

/** The table with its bars one below the other, as the formatter of rulebooks lays it out. */
export function writeTable({ head, rows }: WrittenTable): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => widthOf(cells[column] ?? ""))));
  const lay = (cells: readonly string[]) => cells.map((cell, at) => pad(cell, widths[at] ?? 0)).join(" | ");
  return lines.map((cells) => `${lay(cells).trimEnd()}\n`).join("");
}

/** The table with one cell written anew. */
export function setCell(table: WrittenTable, row: number, column: number, cell: string): WrittenTable {
  const rows = table.rows.map((cells, at) =>
    at === row ? cells.map((old, index) => (index === column ? cell : old)) : cells,
  );
  return { ...table, rows };
}

function splitCells(line: string): string[] {
  return (line.match(/(?:"[^"]*"|[^|"])+/g) ?? []).map((cell) => cell.trim());
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

/** Columns of a fixed pitch; a Han sign takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : 1), 0);
}

function pad(cell: string, width: number): string {
  return cell + " ".repeat(width - widthOf(cell));
}
