import {
  type CheckedRulebook,
  type Citation,
  type Counter,
  formatDay,
  type Language,
  labelText,
  type Parameter,
  type ParameterVersion,
  type Rule,
  valueText,
} from "@twinline/rulebook";

/** Lines of an instrument's text that a hover shows at most. */
const TEXT_LINES_MAX = 20;

/** What a name of the rulebook means, in Markdown: its label, its history with provisions, its note; undefined when unknown. */
export function hoverOf(rulebook: CheckedRulebook, language: Language, word: string): string | undefined {
  const of = <T extends { readonly name: string }>(list: readonly T[]) => list.find(({ name }) => name === word);
  const [fact, parameter, counter, rule] = [
    of(rulebook.facts),
    of(rulebook.parameters),
    of(rulebook.counters),
    of(rulebook.rules),
  ];
  if (fact) return `**${fact.label[language]}** · fact, ${fact.type.kind}${fact.optional ? ", optional" : ""}`;
  if (parameter) return parameterText(rulebook, language, parameter);
  if (counter) return counterText(rulebook, language, counter);
  if (rule) return ruleText(rulebook, language, rule);
  const list = of(rulebook.codes);
  return list?.values.map(({ code, label }) => `- \`${code}\` ${label[language]}`).join("\n");
}

/** What a provision such as `N12/4` says: its citation, and the words that are held of it. */
export function provisionOf(
  rulebook: CheckedRulebook,
  language: Language,
  word: string,
  textOf: (path: string) => string | undefined,
): string | undefined {
  const [id = "", provision = ""] = word.split("/");
  const instrument = rulebook.instruments.find((one) => one.id === id);
  if (instrument === undefined) return undefined;
  const cite = instrument.cite[language].replaceAll("{n}", provision || "n");
  const text = instrument.text === undefined ? undefined : textOf(instrument.text);
  const part = text?.split(/^## /m).find((one) => one.slice(0, one.indexOf("\n")).trim() === provision);
  const held = part?.split("\n").slice(1, TEXT_LINES_MAX).join("\n").trim();
  return held ? `**${cite}**\n\n${held}` : `**${cite}**`;
}

function parameterText(rulebook: CheckedRulebook, language: Language, parameter: Parameter): string {
  const lines = parameter.versions.map((version) => versionLine(rulebook, language, parameter, version));
  return [`**${labelText(rulebook, language, parameter.name)}** · figure`, lines.join("\n"), parameter.note?.[language]]
    .filter((part) => part !== undefined)
    .join("\n\n");
}

function versionLine(
  rulebook: CheckedRulebook,
  language: Language,
  { type }: Parameter,
  { from, keyed, other, source, confidence }: ParameterVersion,
): string {
  const told = (figure: ParameterVersion["other"]) =>
    figure?.kind === "known" && typeof figure.value !== "object"
      ? valueText(rulebook, language, type, figure.value)
      : figure?.kind === "known"
        ? figure.written
        : "unknown";
  const figures = keyed.map(({ key, figure }) => `${key} ${told(figure)}`);
  const all = [...figures, ...(other === undefined ? [] : [keyed.length > 0 ? `other ${told(other)}` : told(other)])];
  const sure = confidence === "high" ? "" : ` · confidence ${confidence}`;
  return `- ${formatDay(language, from)}: ${all.join(", ")} — ${citesOf(rulebook, language, source)}${sure}`;
}

function counterText(rulebook: CheckedRulebook, language: Language, counter: Counter): string {
  const { measure, kind, per, within, source } = counter;
  const what =
    measure.kind === "count" ? "number of earlier events" : `sum of \`${measure.of.name}\` of earlier events`;
  const window = within === undefined ? "" : ` within ${within} days`;
  return `**${labelText(rulebook, language, counter.name)}** · counter (${kind})\n\n${what}${window}, per ${per.join(", ")} — ${citesOf(rulebook, language, source)}`;
}

function ruleText(rulebook: CheckedRulebook, language: Language, { name, type, versions }: Rule): string {
  const lines = versions.map(
    ({ from, source }) => `- ${formatDay(language, from)} — ${citesOf(rulebook, language, source)}`,
  );
  return `**${labelText(rulebook, language, name)}** · rule, ${type.kind}\n\n${lines.join("\n")}`;
}

function citesOf({ instruments }: CheckedRulebook, language: Language, source: readonly Citation[]): string {
  const cites = source.map(({ instrument, provision }) => {
    const template = instruments.find(({ id }) => id === instrument)?.cite[language];
    return (template ?? instrument).replaceAll("{n}", provision);
  });
  return cites.join("; ");
}
