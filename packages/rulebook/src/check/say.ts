import type { Message, MessageCase, Messages } from "../ir/message.ts";
import type { Place } from "../ir/place.ts";
import { type Language, languages } from "../ir/texts.ts";
import type { ValueType } from "../ir/value-type.ts";
import type { SayDraft } from "../read/draft.ts";
import { hintNear } from "../read/near.ts";
import { typeText } from "../read/scalar/type.ts";
import type { Context } from "./context.ts";

/** Plural categories of whole numbers; CLDR 48. */
const categories: { readonly [language in Language]: readonly string[] } = {
  zh: ["other"],
  kk: ["one", "other"],
  ru: ["one", "few", "many", "other"],
  en: ["one", "other"],
};

/**
 * Checks the texts of a rule: each name is declared, all languages use the same names, a plural has the forms of
 * its language over an integer, a select the codes of its list.
 */
export function checkSay(rule: string, draft: SayDraft, context: Context): Messages | undefined {
  const before = context.findings.errors;
  const messages: [Language, Message][] = [];
  const sets = new Map<Language, ReadonlySet<string>>();
  for (const language of languages) {
    const text = draft.texts[language];
    if (text === undefined) continue;
    sets.set(language, checkMessage(text.message, { language, at: text.at, rule, context }));
    messages.push([language, text.message]);
  }
  if (messages.length < languages.length) return undefined;
  checkSameNames(rule, draft, sets, context);
  return context.findings.errors > before ? undefined : (Object.fromEntries(messages) as Messages);
}

type Spot = { readonly language: Language; readonly at: Place; readonly rule: string; readonly context: Context };

function checkMessage(message: Message, spot: Spot): ReadonlySet<string> {
  const names = new Set<string>();
  for (const part of message) {
    if (part.kind === "text" || part.kind === "number") continue;
    const type = findType(part.name, spot);
    names.add(part.name);
    if (part.kind === "argument") continue;
    if (type !== undefined && part.kind === "plural") checkPlural(part.name, type, part.cases, spot);
    if (type !== undefined && part.kind === "select") checkSelect(part.name, type, part.cases, spot);
    for (const { message: inner } of part.cases) for (const name of checkMessage(inner, spot)) names.add(name);
  }
  return names;
}

function findType(name: string, { context, at, rule }: Spot): ValueType | undefined {
  const named = context.names.find(name);
  if (named === undefined) {
    const hint = hintNear(name, context.names.all());
    context.findings.error(
      "name/unknown",
      at,
      `Cannot tell "{${name}}" in the text of "${rule}": nothing has this name${hint}`,
    );
    return undefined;
  }
  context.reads.add(name);
  if (named.section === "broken") return undefined;
  if (named.section === "fact") return named.fact.type;
  return named.section === "parameter" ? named.parameter.type : named.type;
}

function checkPlural(name: string, type: ValueType, cases: readonly MessageCase[], spot: Spot): void {
  const { language, at, rule, context } = spot;
  const refuse = (why: string) =>
    context.findings.error(
      "say/plural",
      at,
      `Cannot choose a plural by "${name}" in the text of "${rule}" (${language}): ${why}`,
    );
  if (type.kind !== "integer") {
    refuse(`it is ${typeText(type)}, a count is an integer`);
    return;
  }
  const given = cases.map(({ key }) => key);
  const lacking = categories[language].filter((category) => !given.includes(category));
  if (lacking.length > 0) refuse(`the form "${lacking.join('", "')}" is missing`);
  const odd = given.find((key) => !categories[language].includes(key) && !/^=\d+$/.test(key));
  if (odd !== undefined) refuse(`the language has no form "${odd}"`);
}

function checkSelect(name: string, type: ValueType, cases: readonly MessageCase[], spot: Spot): void {
  const { language, at, rule, context } = spot;
  const known = selectable(type, context);
  if (known === undefined) {
    const sentence = `Cannot select by "${name}" in the text of "${rule}" (${language}): it is ${typeText(type)}, a code, country or boolean is expected`;
    context.findings.error("type/mismatch", at, sentence);
    return;
  }
  const odd = cases.find(({ key }) => key !== "other" && known !== "any" && !known.includes(key));
  if (odd === undefined) return;
  const hint = known === "any" ? "" : hintNear(odd.key, known);
  context.findings.error(
    "type/code",
    at,
    `Cannot select "${odd.key}" in the text of "${rule}" (${language}): "${name}" has no such value${hint}`,
  );
}

function selectable(type: ValueType, { codes }: Context): readonly string[] | "any" | undefined {
  if (type.kind === "code") return codes.get(type.list)?.values.map(({ code }) => code) ?? [];
  if (type.kind === "boolean") return ["true", "false"];
  return type.kind === "country" ? "any" : undefined;
}

/** A name that most languages have is missing in one, or one has a name that most do not. */
function checkSameNames(
  rule: string,
  draft: SayDraft,
  sets: ReadonlyMap<Language, ReadonlySet<string>>,
  { findings }: Context,
): void {
  const all = new Set([...sets.values()].flatMap((set) => [...set]));
  const common = [...all].filter((name) => [...sets.values()].filter((set) => set.has(name)).length > 1);
  const list = (names: readonly string[]) => names.map((name) => `"{${name}}"`).join(", ");
  for (const [language, set] of sets) {
    const lacking = common.filter((name) => !set.has(name));
    const extra = [...set].filter((name) => !common.includes(name));
    const why = [
      ...(lacking.length > 0 ? [`it lacks ${list(lacking)}, which other languages have`] : []),
      ...(extra.length > 0 ? [`it alone has ${list(extra)}`] : []),
    ].join(", and ");
    if (why !== "")
      findings.error("say/names", draft.texts[language]!.at, `Cannot use the text of "${rule}" in ${language}: ${why}`);
  }
}
