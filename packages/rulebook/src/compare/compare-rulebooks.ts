import { versionAt } from "../compile/plan.ts";
import { formatSince } from "../explain/format.ts";
import { labelText } from "../explain/value-text.ts";
import { fill, inAll } from "../explain/words.ts";
import type { Rule } from "../ir/rule.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import type { Texts } from "../ir/texts.ts";
import { canonicalText } from "./canonical-text.ts";
import type { Change } from "./change.ts";
import { figureChanges } from "./figures.ts";

/** What differs between two rulebooks for the people they decide on, as sentences in four languages. */
export function compareRulebooks(before: CheckedRulebook, after: CheckedRulebook): Change[] {
  const sections = ["facts", "parameters", "counters", "rules"] as const;
  const comings = sections.flatMap((section) => [
    ...without(after[section], before[section]).map((name) => told("added", name, after, words.added)),
    ...without(before[section], after[section]).map((name) => told("removed", name, before, words.removed)),
  ]);
  const declarations = (["facts", "counters"] as const).flatMap((section) => {
    const old = new Map<string, unknown>(before[section].map((each) => [each.name, each]));
    const changed = after[section].filter(
      ({ name }) =>
        old.has(name) &&
        canonicalText(old.get(name)) !== canonicalText(after[section].find((each) => each.name === name)),
    );
    return changed.map(({ name }) => told("declaration", name, after, words.declaration));
  });
  const outputs =
    canonicalText(before.outputs) === canonicalText(after.outputs)
      ? []
      : [{ kind: "declaration" as const, name: "outputs", text: words.outputs }];
  return [...comings, ...figureChanges(before, after), ...wordingChanges(before, after), ...declarations, ...outputs];
}

const words = {
  added: { zh: "新增：{label}。", kk: "Қосылды: {label}.", ru: "Добавлено: {label}.", en: "Added: {label}." },
  removed: {
    zh: "删除：{label}。",
    kk: "Алынып тасталды: {label}.",
    ru: "Исключено: {label}.",
    en: "Removed: {label}.",
  },
  wording: {
    zh: "规则“{label}”{since}改变。",
    kk: "«{label}» ережесі {since} өзгереді.",
    ru: "Норма «{label}» {since} изменена.",
    en: 'The rule "{label}" is changed {since}.',
  },
  declaration: {
    zh: "“{label}”的定义改变。",
    kk: "«{label}» анықтамасы өзгереді.",
    ru: "Определение «{label}» изменено.",
    en: 'The definition of "{label}" is changed.',
  },
  outputs: {
    zh: "记录的结果改变。",
    kk: "Жазылатын нәтижелер өзгереді.",
    ru: "Изменён перечень записываемых результатов.",
    en: "The results that are recorded are changed.",
  },
} as const satisfies { readonly [name: string]: Texts };

type Named = readonly { readonly name: string }[];

function without(these: Named, those: Named): string[] {
  const known = new Set(those.map(({ name }) => name));
  return these.map(({ name }) => name).filter((name) => !known.has(name));
}

function told(kind: Change["kind"], name: string, rulebook: CheckedRulebook, template: Texts): Change {
  return {
    kind,
    name,
    text: inAll((language) => fill(template[language], { label: labelText(rulebook, language, name) })),
  };
}

/** Rules whose wording differs, each with the first law date from which it does. */
function wordingChanges(before: CheckedRulebook, after: CheckedRulebook): Change[] {
  return after.rules.flatMap((rule) => {
    const old = before.rules.find(({ name }) => name === rule.name);
    const from = old && firstDifference(old, rule, after.covers.from);
    if (from === undefined) return [];
    const text = inAll((language) =>
      fill(words.wording[language], {
        label: labelText(after, language, rule.name),
        since: formatSince(language, from),
      }),
    );
    return [{ kind: "wording" as const, name: rule.name, from, text }];
  });
}

function firstDifference(old: Rule, rule: Rule, first: number): number | undefined {
  const dates = [first, ...[...old.versions, ...rule.versions].map(({ from }) => from)].sort((a, b) => a - b);
  return dates.find((from) => {
    const [was, is] = [old, rule].map(({ versions }) => versions[versionAt(versions, from)]?.body);
    return canonicalText(was) !== canonicalText(is);
  });
}
