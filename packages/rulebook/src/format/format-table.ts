import { splitCells } from "../parse/table.ts";

/**
 * Lays out the rows of one table, header first. The header holds the width of each column as it is written, so that
 * a changed cell changes its own line alone: a cell that is longer pushes the rest of its own row. With `fit` the
 * columns take the width of their longest cell. Rows that do not fit the header are left to the checker.
 */
export function formatTable(lines: readonly string[], fit: boolean): readonly string[] {
  const rows = lines.filter((line) => line.trim() !== "").map((line) => splitCells(line));
  const [header] = rows;
  if (header === undefined || rows.some((row) => row.length !== header.length)) return lines;
  const widths = header.map((cell, column) =>
    fit ? Math.max(...rows.map((row) => row[column]!.trim().length)) : widthOf(cell),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.trim().padEnd(widths[column]!))
      .join(" | ")
      .trimEnd(),
  );
}

/** Characters of a header cell from its first word to the space before the next pipe. */
function widthOf(cell: string): number {
  return Math.max(cell.trimStart().length - 1, cell.trim().length);
}
