import { versionAt } from "../compile/plan.ts";
import { formatSince } from "../explain/format.ts";
import { labelText, valueText } from "../explain/value-text.ts";
import { fill, inAll } from "../explain/words.ts";
import type { Figure, Parameter, ParameterVersion } from "../ir/parameter.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import type { Language, Texts } from "../ir/texts.ts";
import type { ValueType } from "../ir/value-type.ts";
import type { Change } from "./change.ts";

/** Figures that differ, one change for each law date and key: "allowance for CN since 1 January 2027: 10,000 becomes 12,000". */
export function figureChanges(before: CheckedRulebook, after: CheckedRulebook): Change[] {
  return after.parameters.flatMap((parameter) => {
    const old = before.parameters.find(({ name }) => name === parameter.name);
    return old ? compare(before, after, old, parameter) : [];
  });
}

function compare(before: CheckedRulebook, after: CheckedRulebook, old: Parameter, parameter: Parameter): Change[] {
  const dates = [...old.versions, ...parameter.versions].map(({ from }) => from);
  let told = "";
  return [...new Set(dates)]
    .sort((a, b) => a - b)
    .flatMap((from) => {
      const [was, is] = [old, parameter].map(({ versions }) => versions[versionAt(versions, from)]);
      const differing = keysOf(was, is)
        .map((key) => ({ key, was: figureOf(was, key), is: figureOf(is, key) }))
        .filter((pair) => exact(old.type, pair.was) !== exact(parameter.type, pair.is));
      const news = differing.map((pair) => ({
        kind: "figure" as const,
        name: parameter.name,
        from,
        text: inAll((language) => sentence(language, pair, from)),
      }));
      const same = JSON.stringify(
        differing.map(({ key, was, is }) => [key, exact(old.type, was), exact(parameter.type, is)]),
      );
      if (same === told) return [];
      told = same;
      return news;
    });

  function sentence(language: Language, pair: Pair, from: number): string {
    const label = labelText(after, language, parameter.name);
    return fill(becomes[language], {
      label: pair.key === undefined ? label : `${label} (${keyText(after, parameter, language, pair.key)})`,
      since: formatSince(language, from),
      was: figureText(before, language, old.type, pair.was),
      is: figureText(after, language, parameter.type, pair.is),
    });
  }
}

type Pair = { readonly key: string | undefined; readonly was: Figure | undefined; readonly is: Figure | undefined };

const becomes: Texts = {
  zh: "{label}，{since}：由{was}改为{is}。",
  kk: "{label}, {since}: {was} орнына {is}.",
  ru: "{label}, {since}: вместо {was} — {is}.",
  en: "{label}, {since}: {was} becomes {is}.",
};

const otherKeys: Texts = { zh: "其他", kk: "басқалары", ru: "прочие", en: "others" };
const notSet: Texts = { zh: "未规定", kk: "белгіленбеген", ru: "не установлено", en: "not set" };
const notKnown: Texts = { zh: "不明", kk: "белгісіз", ru: "неизвестно", en: "not known" };

/** The keys either version names, then the rest, which is undefined. */
function keysOf(was: ParameterVersion | undefined, is: ParameterVersion | undefined): (string | undefined)[] {
  const named = [was, is].flatMap((version) => version?.keyed.map(({ key }) => key) ?? []);
  return [...new Set(named), undefined];
}

function figureOf(version: ParameterVersion | undefined, key: string | undefined): Figure | undefined {
  return version?.keyed.find((keyed) => keyed.key === key)?.figure ?? version?.other;
}

/** Rates of two rulebooks may be held over different scales. */
function exact(type: ValueType, figure: Figure | undefined): string {
  if (figure === undefined || figure.kind === "unknown") return figure?.kind ?? "none";
  if (type.kind !== "rate" && type.kind !== "exchange") return String(figure.value);
  const scale = 10n ** 30n;
  return String((BigInt(figure.value) * scale) / BigInt(type.over));
}

function figureText(
  rulebook: CheckedRulebook,
  language: Language,
  type: ValueType,
  figure: Figure | undefined,
): string {
  if (figure === undefined) return notSet[language];
  return figure.kind === "unknown" ? notKnown[language] : valueText(rulebook, language, type, figure.value);
}

function keyText(rulebook: CheckedRulebook, parameter: Parameter, language: Language, key: string): string {
  const fact = rulebook.facts.find(({ name }) => name === parameter.by);
  return fact ? valueText(rulebook, language, fact.type, key) : otherKeys[language];
}
