import { versionAt } from "../compile/plan.ts";
import { formatSince } from "../explain/format.ts";
import { citedBy, type ExplanationLine, lineOf } from "../explain/line.ts";
import { labelText, valueText } from "../explain/value-text.ts";
import { confidenceWords, inAll } from "../explain/words.ts";
import type { Figure, Parameter, ParameterVersion } from "../ir/parameter.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import type { Language, Texts } from "../ir/texts.ts";

/** The figures and rules in force on a law date (days since 1970-01-01), each with its provision and since when. */
export function inForceOn(rulebook: CheckedRulebook, law: number): ExplanationLine[] {
  const figures = rulebook.parameters.flatMap((parameter) => {
    const version = parameter.versions[versionAt(parameter.versions, law)];
    return version ? [figureLine(rulebook, parameter, version)] : [];
  });
  const rules = rulebook.rules.flatMap((rule) => {
    const version = rule.versions[versionAt(rule.versions, law)];
    if (!version) return [];
    const rows = version.body.kind === "table" ? version.body.rows.flatMap(({ source }) => source) : version.source;
    const distinct = new Map(rows.map((source) => [`${source.instrument}/${source.provision}`, source]));
    const text = inAll((language) => labelText(rulebook, language, rule.name));
    const note = inAll((language) => formatSince(language, version.from));
    return [lineOf({ text, rule: rule.name, cited: citedBy(rulebook, [...distinct.values()]), note })];
  });
  return [...figures, ...rules];
}

const others: Texts = { zh: "其他", kk: "басқалары", ru: "прочие", en: "others" };
const unknown: Texts = { zh: "不明", kk: "белгісіз", ru: "неизвестно", en: "not known" };

function figureLine(rulebook: CheckedRulebook, parameter: Parameter, version: ParameterVersion): ExplanationLine {
  const { confidence } = version;
  return lineOf({
    text: inAll(
      (language) =>
        `${labelText(rulebook, language, parameter.name)} = ${figuresText(rulebook, parameter, version, language)}`,
    ),
    cited: citedBy(rulebook, version.source, confidence),
    note: inAll((language) => {
      const since = formatSince(language, version.from);
      return confidence === "high" ? since : `${since}; ${confidenceWords[confidence][language]}`;
    }),
  });
}

function figuresText(
  rulebook: CheckedRulebook,
  parameter: Parameter,
  version: ParameterVersion,
  language: Language,
): string {
  const told = (figure: Figure) =>
    figure.kind === "unknown" ? unknown[language] : valueText(rulebook, language, parameter.type, figure.value);
  const keyType = rulebook.facts.find(({ name }) => name === parameter.by)?.type;
  const keyed = version.keyed.map(
    ({ key, figure }) => `${keyType ? valueText(rulebook, language, keyType, key) : key}: ${told(figure)}`,
  );
  if (!version.other) return keyed.join("; ");
  return keyed.length === 0
    ? told(version.other)
    : [...keyed, `${others[language]}: ${told(version.other)}`].join("; ");
}
