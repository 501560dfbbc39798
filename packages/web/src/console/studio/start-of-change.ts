import { writtenRule } from "./base-text.ts";
import { type DraftChange, draftSource, readChanges } from "./draft-text.ts";
import { writtenFigure } from "./figure-text.ts";
import type { Law } from "./law.ts";

/** A change of a parameter or rule that begins from what is in force; undefined when the draft has one already. */
export function startOfChange(law: Law, text: string, name: string, from: string): DraftChange | undefined {
  if (readChanges(text)?.some((change) => change.name === name) !== false) return undefined;
  const parameter = law.rulebook.parameters.find((one) => one.name === name);
  if (parameter === undefined) {
    const fields = new Map(writtenRule(law, name, from));
    if (!fields.has("table")) fields.set("source", draftSource(text));
    return { kind: "rule", name, from, fields };
  }
  const version = parameter.versions.at(-1);
  const keyed = (version?.keyed ?? []).map(({ key, figure }) => [key, writtenFigure(figure)] as const);
  const rest =
    version?.other === undefined ? [] : ([[parameter.by ? "other" : "is", writtenFigure(version.other)]] as const);
  return { kind: "parameter", name, from, fields: new Map([...keyed, ...rest, ["source", draftSource(text)]]) };
}
