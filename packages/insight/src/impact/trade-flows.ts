/** One flow of a file: a tariff line, a partner, imports before, and the rates that fall on them. */
export type TradeFlow = {
  readonly line: string;
  readonly partner: string;
  readonly value: number;
  readonly tariffBefore: number;
  readonly tariffAfter: number;
  /** Import-demand elasticity of the line, where the file has one. */
  readonly demandElasticity?: number;
};

/** What is wrong with a cell; lines and columns count from 1, the heading is line 1. */
export type FlowFault = {
  readonly line: number;
  readonly column: number;
  readonly name: string;
  readonly sentence: string;
};

export const FLOW_ROWS_MAX = 100_000;
export const FLOW_BYTES_MAX = 20_000_000;
/** Faults told before the reading stops. */
export const FLOW_FAULTS_MAX = 50;

const needed = ["line", "partner", "value", "tariff_before", "tariff_after"] as const;
const optional = ["demand_elasticity"] as const;
type Column = (typeof needed)[number] | (typeof optional)[number];

/** Reads trade flows from CSV text (RFC 4180, UTF-8, comma). Rates are shares (0.2) or percent (20%). */
export function readTradeFlows(
  text: string,
): { readonly flows: readonly TradeFlow[] } | { readonly faults: readonly FlowFault[] } {
  if (text.length > FLOW_BYTES_MAX)
    return { faults: [fault(1, 1, "file", `at most ${FLOW_BYTES_MAX} characters are read`)] };
  const rows = text.replace(/^\ufeff/, "").split(/\r?\n/);
  while (rows.at(-1) === "") rows.pop();
  if (rows.length > FLOW_ROWS_MAX + 1)
    return { faults: [fault(FLOW_ROWS_MAX + 2, 1, "file", `at most ${FLOW_ROWS_MAX} rows are read`)] };
  const heading = (cellsOf(rows[0] ?? "") ?? []).map((cell) => cell.trim().toLowerCase());
  const places = new Map(heading.map((name, index) => [name, index]));
  const missing = needed.filter((name) => !places.has(name));
  if (missing.length > 0) return { faults: [fault(1, 1, missing[0]!, `the heading lacks ${missing.join(", ")}`)] };
  const faults: FlowFault[] = [];
  const seen = new Map<string, number>();
  const flows = rows.slice(1).map((row, index) => readRow(row, index + 2, heading.length, places, faults, seen));
  if (flows.length === 0) faults.push(fault(2, 1, "line", "at least one flow is expected"));
  return faults.length > 0 ? { faults: faults.slice(0, FLOW_FAULTS_MAX) } : { flows };
}

function readRow(
  row: string,
  line: number,
  width: number,
  places: ReadonlyMap<string, number>,
  faults: FlowFault[],
  seen: Map<string, number>,
): TradeFlow {
  const cells = cellsOf(row);
  if (cells === undefined || cells.length !== width) {
    faults.push(rowFault(row, line, cells?.length, width));
    return { line: "", partner: "", value: 0, tariffBefore: 0, tariffAfter: 0 };
  }
  const cell = (name: Column): string => cells[places.get(name) ?? -1]?.trim() ?? "";
  const number = (name: Column, read: (text: string) => number | undefined, wanted: string): number => {
    const value = read(cell(name));
    if (value !== undefined) return value;
    faults.push(fault(line, places.get(name)! + 1, name, `${wanted} is expected, not "${cell(name)}"`));
    return 0;
  };
  const text = (name: Column): string => {
    if (cell(name) === "") faults.push(fault(line, places.get(name)! + 1, name, "a text is expected"));
    return cell(name);
  };
  const flow = {
    line: text("line"),
    partner: text("partner"),
    value: number("value", (one) => atLeast(plain(one), 0), "a number of 0 or more"),
    tariffBefore: number("tariff_before", rate, "a rate as 0.2 or 20%"),
    tariffAfter: number("tariff_after", rate, "a rate as 0.2 or 20%"),
    ...(cell("demand_elasticity") === ""
      ? {}
      : { demandElasticity: number("demand_elasticity", (one) => below(plain(one)), "a number below 0") }),
  };
  const key = `${flow.line}\n${flow.partner}`;
  const first = seen.get(key);
  if (first !== undefined)
    faults.push(
      fault(
        line,
        places.get("partner")! + 1,
        "partner",
        `"${flow.partner}" stands in line ${first} for this tariff line already`,
      ),
    );
  seen.set(key, first ?? line);
  return flow;
}

function rowFault(row: string, line: number, cells: number | undefined, width: number): FlowFault {
  if (cells !== undefined) return fault(line, cells, "row", `${width} cells are expected, not ${cells}`);
  const column = row.slice(0, row.indexOf('"')).split(",").length;
  return fault(line, column, "row", "a quote that opens and closes a whole cell is expected");
}

function fault(line: number, column: number, name: string, sentence: string): FlowFault {
  return { line, column, name, sentence };
}

/** Cells of one row; a quoted cell may hold commas and doubled quotes, not line breaks. Undefined for a stray quote. */
function cellsOf(row: string): readonly string[] | undefined {
  const matches = [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)];
  const read = matches.reduce((sum, [whole]) => sum + whole.length, 0);
  if (read !== row.length) return undefined;
  return matches.map(([, quoted, bare]) => (quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"')));
}

function plain(text: string): number | undefined {
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

function rate(text: string): number | undefined {
  const percent = text.endsWith("%");
  const value = atLeast(plain(percent ? text.slice(0, -1).trim() : text), 0);
  return value === undefined || !percent ? value : value / 100;
}

function atLeast(value: number | undefined, least: number): number | undefined {
  return value !== undefined && value >= least ? value : undefined;
}

function below(value: number | undefined): number | undefined {
  return value !== undefined && value < 0 ? value : undefined;
}
