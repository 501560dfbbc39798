import type { RowsHit } from "../compile/decision.ts";
import type { RuleVersion } from "../ir/rule.ts";
import type { Row, Table } from "../ir/table.ts";
import type { Language } from "../ir/texts.ts";
import { conditionText } from "./condition.ts";
import { formatNumber } from "./format.ts";
import { citedBy, type ExplanationLine, lineOf } from "./line.ts";
import type { Teller } from "./teller.ts";
import { fill, inAll, rowWords } from "./words.ts";

/** Earlier rows of a `first` table that are told one by one; the rest are counted. */
const EARLIER_ROWS_MAX = 12;

/** "row 3", "row 3, and no earlier row", "rows 2 and 5 agree". */
export function rowsText(table: Table, hit: RowsHit, language: Language): string {
  const rows = [hit].flat();
  if (rows.length === 0) return rowWords.none[language];
  const numbers = joinNumbers(rows, language);
  if (table.hit === "first") return fill((rows[0] === 1 ? rowWords.only : rowWords.first)[language], { n: numbers });
  if (table.hit === "any" && rows.length > 1) return fill(rowWords.agree[language], { n: numbers });
  return fill((rows.length > 1 ? rowWords.several : rowWords.only)[language], { n: numbers });
}

const and = { zh: "和", kk: "және", ru: "и", en: "and" } as const;

function joinNumbers(rows: readonly number[], language: Language): string {
  const told = rows.map((row) => formatNumber(language, row));
  if (told.length === 1) return told[0]!;
  const glue = language === "zh" ? and.zh : ` ${and[language]} `;
  return `${told.slice(0, -1).join(language === "zh" ? "、" : ", ")}${glue}${told.at(-1)}`;
}

/** The cells that hit, and for `first` why each earlier row did not. */
export function rowsOf({ body }: RuleVersion, index: number, teller: Teller): ExplanationLine[] {
  if (body.kind === "is") return [];
  const hit = [teller.trace.rows[index]!].flat();
  const cells = body.rows.filter(({ number }) => hit.includes(number)).flatMap((row) => cellLines(row, teller));
  return body.hit === "first" ? [...cells, ...earlierLines(body, hit[0] ?? 0, teller)] : cells;
}

function cellLines(row: Row, teller: Teller): ExplanationLine[] {
  return row.cells.flatMap((cell) =>
    cell.kind === "when" ? [lineOf({ text: inAll((language) => conditionText(cell.test, language, teller)) })] : [],
  );
}

function earlierLines(table: Table, hit: number, teller: Teller): ExplanationLine[] {
  const earlier = table.rows.filter(({ number }) => number < hit);
  const told = earlier.slice(-EARLIER_ROWS_MAX).map((row) => {
    const failing = row.cells
      .flatMap((cell) => (cell.kind === "when" ? [cell.test] : []))
      .find((test) => !teller.evaluate(test))!;
    const text = inAll((language) =>
      fill(rowWords.fails[language], { n: String(row.number), why: conditionText(failing, language, teller) }),
    );
    // The provision of a row that was not hit is shown, but the decision does not rest on it.
    const cite = citedBy(teller.rulebook, row.source)?.cite;
    return lineOf({ text, cited: cite && { cite, sources: [] } });
  });
  const untold = earlier.length - told.length;
  if (untold === 0) return told;
  return [
    ...told,
    lineOf({ text: inAll((language) => fill(rowWords.more[language], { n: formatNumber(language, untold) })) }),
  ];
}
