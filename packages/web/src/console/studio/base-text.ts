import type { Example } from "@twinline/rulebook";
import { presentValue } from "@twinline/rulebook";
import { isMap, isSeq, parseDocument, Scalar } from "yaml";
import type { JudgedExample } from "./judge-draft.ts";
import type { Law } from "./law.ts";
import { pathOf } from "./law.ts";

/** How a rule is written that is in force on a day: its `hit` and `table`, or its `is`. Empty when there is no such rule. */
export function writtenRule({ files, rulebook }: Law, rule: string, from: string): ReadonlyMap<string, string> {
  const document = parseDocument(files.get(pathOf(rulebook.name)) ?? "", { schema: "failsafe" });
  const node = document.getIn(["rules", rule]);
  if (!isMap(node)) return new Map();
  const versions = node.get("versions");
  const all = isSeq(versions) ? versions.items.filter(isMap) : [node];
  const version = all.findLast((one) => String(one.get("from") ?? "") <= from) ?? all[0];
  return new Map(
    (version?.items ?? []).flatMap(({ key, value }) =>
      key instanceof Scalar && value instanceof Scalar && bodyKeys.has(String(key.value))
        ? [[String(key.value), String(value.value)] as const]
        : [],
    ),
  );
}

const bodyKeys = new Set(["is", "hit", "table", "empty"]);

/** The English name by which a reform names an example of its base. */
export function englishName({ it }: Example): string {
  return it.en ?? "";
}

/** The example as the base writes it, but expecting what the draft decides; undefined where the draft has no answer. */
export function rewrittenExample(
  { files, rulebook }: Law,
  { test, decision }: JudgedExample,
): Readonly<Record<string, unknown>> | undefined {
  if (decision.kind !== "decided" || test.expect.kind !== "outputs") return undefined;
  const document = parseDocument(files.get(pathOf(rulebook.name)) ?? "", { schema: "failsafe" });
  const tests = document.toJS()?.tests as readonly Record<string, unknown>[] | undefined;
  const written = tests?.find(({ it }) => (it as { en?: string } | undefined)?.en === englishName(test));
  if (!written) return undefined;
  const { because: _because, ...kept } = written;
  const types = new Map(rulebook.rules.map(({ name, type }) => [name, type]));
  const expect = test.expect.outputs.flatMap(({ name }) => {
    const [type, value] = [types.get(name), decision.outputs[name]];
    return type === undefined || value === undefined ? [] : [[name, String(presentValue(type, value))] as const];
  });
  return { ...kept, expect: Object.fromEntries(expect) };
}
