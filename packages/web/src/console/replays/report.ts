import type { ReplayReport, ReportGroup, ReportPair } from "@twinline/api";
import { formatInteger, formatMeasure, formatMoney, formatPermille, type Locale } from "../../format/index.ts";
import type { LabKey } from "../lab/lab-text.ts";

export type Result = ReplayReport["result"];
type Words = ReplayReport["words"];

/** The currency that the burden is paid in, as its ISO 4217 code. */
export function currencyOf({ words, result }: ReplayReport): string {
  return (result.burden && words.outputs[result.burden]?.type.currency) || "CNY";
}

/** An amount of an output, in its own unit. */
export function amountText(locale: Locale, words: Words, output: string, amount: number): string {
  const type = words.outputs[output]?.type;
  if (type?.currency !== undefined) return formatMoney(locale, { minor: amount, currency: type.currency }, "table");
  return type?.kind === "quantity" && type.unit !== undefined
    ? formatMeasure(locale, amount, type.unit)
    : formatInteger(locale, amount);
}

export function burdenOf({ result }: ReplayReport, group: ReportGroup = result.totals): ReportPair {
  return (result.burden && group.amounts[result.burden]) || { base: 0, reform: 0 };
}

/** The finding as a sentence's name and its figures: what is paid less or more, and how many people gain. */
export function findingOf(
  report: ReplayReport,
  locale: Locale,
): { readonly key: LabKey; readonly values: Readonly<Record<string, string>> } {
  const { base, reform } = burdenOf(report);
  const { less, more, same } = report.result.people;
  const change = reform - base;
  const permille = base === 0 ? 0 : Math.round((Math.abs(change) * 1000) / base);
  return {
    key: change < 0 ? "report.finding.less" : change > 0 ? "report.finding.more" : "report.finding.same",
    values: {
      amount: formatMoney(locale, { minor: Math.abs(change), currency: currencyOf(report) }),
      share: formatPermille(locale, permille),
      all: formatInteger(locale, less + more + same),
      gain: formatInteger(locale, less),
      lose: formatInteger(locale, more),
    },
  };
}

/** In which unit amounts of this size are drawn: minor units a drawn one, and the unit's message. */
export function unitOf(most: number): { readonly minor: number; readonly key: LabKey } {
  const major = most / 100;
  if (major >= 5_000_000) return { minor: 100_000_000, key: "lab.unit.million" };
  return major >= 5_000 ? { minor: 100_000, key: "lab.unit.thousand" } : { minor: 100, key: "lab.unit.one" };
}

/** Rows of a data file: every dimension with every amount, one row a key. */
export function reportRows(report: ReplayReport): readonly (readonly (string | number)[])[] {
  const outputs = Object.keys(report.result.totals.amounts);
  const head = ["dimension", "key", "lines", "less", "more", "gained", "lost"];
  const amounts = outputs.flatMap((name) => [`${name} base`, `${name} reform`]);
  const row = (dimension: string, group: ReportGroup) => [
    ...[dimension, group.key, group.lines, group.less, group.more, group.gained, group.lost],
    ...outputs.flatMap((name) => [group.amounts[name]?.base ?? 0, group.amounts[name]?.reform ?? 0]),
  ];
  return [
    [...head, ...amounts],
    row("all", report.result.totals),
    ...Object.entries(report.result.by).flatMap(([name, groups]) => groups.map((group) => row(name, group))),
  ];
}
