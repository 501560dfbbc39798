import type { CheckedRulebook } from "../../ir/rulebook.ts";
import { dayText } from "../../read/scalar/day.ts";
import { noForm } from "../problem.ts";
import { markup, textMarkup, writeXml } from "../xml/write-xml.ts";
import { exportElements } from "./decisions.ts";
import { writeDiagram } from "./diagram.ts";
import { writeTypes } from "./types.ts";

/** Editions that say what we export in the same words; dmn-js opens 1.3 only. */
export const dmnEditions = {
  "1.3": "https://www.omg.org/spec/DMN/20191111/",
  "1.5": "https://www.omg.org/spec/DMN/20230324/",
} as const;
export type DmnEdition = keyof typeof dmnEditions;

/**
 * A rulebook as it stands on a law date (days since 1970-01-01) in DMN XML: facts and counters are input data with
 * their ranges, parameters and rules are decisions, sources are annotations. Money is in major units, quantities
 * in base units. Tests, say-texts, other dates and the order of counters have no place in DMN. Throws DmnError
 * `dmn/no-form` for what DMN cannot say with the same meaning.
 */
export function exportDmn(rulebook: CheckedRulebook, law: number, edition: DmnEdition = "1.5"): string {
  const { name, hash, label, covers } = rulebook;
  if (law < covers.from) noForm(`"${name}" before ${dayText(covers.from)}, when it begins`);
  const elements = exportElements(rulebook, law);
  const spaces = {
    xmlns: `${dmnEditions[edition]}MODEL/`,
    "xmlns:dmndi": `${dmnEditions[edition]}DMNDI/`,
    "xmlns:dc": "http://www.omg.org/spec/DMN/20180521/DC/",
    "xmlns:di": "http://www.omg.org/spec/DMN/20180521/DI/",
  };
  const head = { id: "rulebook", name, label: label.en, namespace: `urn:twinline:rulebook:${name}:${hash}` };
  const about = `Rulebook ${name}, SHA-256 ${hash}, law of ${dayText(law)}. The source is the rulebook, not this file.`;
  return writeXml(
    markup("definitions", { ...spaces, ...head }, [
      textMarkup("description", about),
      ...writeTypes(rulebook),
      ...elements.map((element) => element.markup),
      writeDiagram(elements),
    ]),
  );
}
