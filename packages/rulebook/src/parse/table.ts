import type { Place } from "../ir/place.ts";
import { parseCell } from "./cell.ts";
import { parseExpression } from "./expression.ts";
import { SyntaxProblem } from "./problem.ts";
import type { CellSyntax, Syntax } from "./syntax.ts";

/** Rows of one table; a longer one is data, not law. */
export const maxRows = 2000;

export type TableSyntax = {
  readonly columns: readonly Part[];
  /** The name after `=>`. */
  readonly output: Part;
  readonly rows: readonly RowSyntax[];
};

export type RowSyntax = {
  readonly cells: readonly CellSyntax[];
  readonly texts: readonly string[];
  readonly output: Syntax;
  readonly source?: Part;
  readonly at: Place;
};

/** A stretch of text between two pipes, trimmed. */
export type Part = { readonly text: string; readonly start: number; readonly at: Place };

/** What parsing a table gives: its readable rows, and a problem for each row that is not. */
export type TableParse = { readonly table?: TableSyntax; readonly problems: readonly SyntaxProblem[] };

/** Parses the pipe text of a table. */
export function parseTable(text: string, placeOf: (offset: number) => Place): TableParse {
  const lines = splitLines(text, placeOf);
  const problems: SyntaxProblem[] = [];
  const attempt = <T>(part: () => T): T | undefined => {
    try {
      return part();
    } catch (error) {
      if (!(error instanceof SyntaxProblem)) throw error;
      problems.push(error);
      return undefined;
    }
  };
  const [header, ...body] = lines;
  const head = attempt(() => parseHeader(header, placeOf(0)));
  if (head === undefined) return { problems };
  if (body.length > maxRows) {
    problems.push(
      new SyntaxProblem(body[maxRows]![0]!.at, `Cannot read the table: more than ${maxRows} rows`, "table/syntax"),
    );
  }
  const rows = body.slice(0, maxRows).map((parts) => attempt(() => parseRow(parts, head, placeOf)));
  return { table: { ...head, rows: rows.filter((row) => row !== undefined) }, problems };
}

type Header = { readonly columns: readonly Part[]; readonly output: Part; readonly sourced: boolean };

function parseHeader(parts: readonly Part[] | undefined, start: Place): Header {
  if (parts === undefined) throw new SyntaxProblem(start, "Cannot read the table: it has no header", "table/syntax");
  const index = parts.findIndex((part) => part.text.startsWith("=>"));
  if (index < 0) {
    throw new SyntaxProblem(
      parts[0]!.at,
      'Cannot read the table: its header has no output column "=> name"',
      "table/syntax",
    );
  }
  const arrow = parts[index]!;
  const name = arrow.text.slice(2).trim();
  const skipped = arrow.text.length - name.length;
  const output = { text: name, start: arrow.start + skipped, at: { ...arrow.at, column: arrow.at.column + skipped } };
  const after = parts.slice(index + 1);
  const sourced = after.length === 1 && after[0]!.text === "source";
  const columns = parts.slice(0, index);
  if (after.length > 0 && !sourced) {
    throw new SyntaxProblem(
      after[0]!.at,
      'Cannot read the table: only a column "source" may follow the output',
      "table/width",
    );
  }
  const empty = columns.find((part) => part.text === "");
  if (empty) throw new SyntaxProblem(empty.at, "Cannot read the table: a column has no name", "table/syntax");
  if (columns.length === 0) {
    throw new SyntaxProblem(
      arrow.at,
      'Cannot read the table: it has no condition, write the rule with "is"',
      "table/syntax",
    );
  }
  return { columns, output, sourced };
}

function parseRow(parts: readonly Part[], head: Header, placeOf: (offset: number) => Place): RowSyntax {
  const width = head.columns.length + (head.sourced ? 2 : 1);
  const at = parts[0]!.at;
  if (parts.length !== width) {
    const sentence = `Cannot read the row: it has ${parts.length} cells, the header has ${width}`;
    throw new SyntaxProblem(at, sentence, "table/width");
  }
  const empty = parts.find((part) => part.text === "");
  if (empty)
    throw new SyntaxProblem(empty.at, 'Cannot read the row: a cell is empty, write "-" for any value', "table/width");
  const within = (part: Part) => (offset: number) => placeOf(part.start + offset);
  const conditions = parts.slice(0, head.columns.length);
  const output = parts[head.columns.length]!;
  return {
    cells: conditions.map((part) => parseCell(part.text, within(part))),
    texts: conditions.map((part) => part.text),
    output: parseExpression(output.text, within(output)),
    ...(head.sourced ? { source: parts[width - 1]! } : {}),
    at,
  };
}

/** The lines that are not blank, each split at the pipes outside quotes. */
function splitLines(text: string, placeOf: (offset: number) => Place): Part[][] {
  const lines: Part[][] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") lines.push(splitLine(line, offset, placeOf));
    offset += line.length + 1;
  }
  return lines;
}

/** The stretches of a row between the pipes outside quotes, with the spaces around them. */
export function splitCells(line: string): string[] {
  const pattern = /(?:"(?:[^"\\]|\\.)*"|[^|])*/y;
  const cells: string[] = [];
  for (let start = 0; start <= line.length; start += cells.at(-1)!.length + 1) {
    pattern.lastIndex = start;
    cells.push(pattern.exec(line)![0]);
  }
  return cells;
}

function splitLine(line: string, offset: number, placeOf: (offset: number) => Place): Part[] {
  let start = offset;
  return splitCells(line).map((cell) => {
    const lead = cell.trim() === "" ? 0 : cell.length - cell.trimStart().length;
    const at = start + lead;
    start += cell.length + 1;
    return { text: cell.trim(), start: at, at: placeOf(at) };
  });
}
