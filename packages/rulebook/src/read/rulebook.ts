import { namePattern } from "../parse/words.ts";
import { Citations } from "./citations.ts";
import { readCodes } from "./codes.ts";
import { readCounters } from "./counters.ts";
import type { Declaration, Draft, Section } from "./draft.ts";
import { readFacts } from "./facts.ts";
import { asScalar, asSequence, type Fields, readFields } from "./fields.ts";
import type { Findings } from "./findings.ts";
import { headKeys, readHead } from "./head.ts";
import { readInstruments, type Wordings } from "./instruments.ts";
import type { Node } from "./node.ts";
import { readParameters } from "./parameters.ts";
import { readRules } from "./rules.ts";

const sections = ["instruments", "codes", "facts", "parameters", "counters", "rules", "outputs", "tests"] as const;

/** Reads the tree of a file as a rulebook; undefined when its head does not say what it is. */
export function readRulebook(root: Node, name: string, wordings: Wordings, findings: Findings): Draft | undefined {
  const keys = {
    required: [...headKeys.required, "instruments", "facts", "rules", "outputs"],
    optional: [...headKeys.optional, ...sections],
  };
  const fields = readFields(root, "a rulebook", keys, findings);
  const head = fields && readHead(fields, name, findings);
  if (head === undefined) return undefined;
  const instruments = readInstruments(fields!.find("instruments"), wordings, findings);
  const citations = new Citations(instruments, findings);
  const codes = readCodes(fields!.find("codes"), findings);
  const codesByName = new Map(codes.map((list) => [list.name, list]));
  const facts = readFacts(fields!.find("facts"), codesByName, findings);
  const factsByName = new Map(facts.map((fact) => [fact.name, fact]));
  const context = { codes: codesByName, facts: factsByName, citations, findings, from: head.covers.from };
  return {
    head,
    instruments,
    codes,
    facts,
    parameters: readParameters(fields!.find("parameters"), context),
    counters: readCounters(fields!.find("counters"), context),
    rules: readRules(fields!.find("rules"), context),
    outputs: readOutputs(fields!.find("outputs"), findings),
    tests: fields!.find("tests"),
    declared: readDeclarations(fields!, findings),
  };
}

function readOutputs(node: Node | undefined, findings: Findings): Draft["outputs"] {
  const sequence = node && asSequence(node, '"outputs"', findings);
  return (sequence?.items ?? []).flatMap((item) => asScalar(item, "outputs", findings) ?? []);
}

const namedSections: readonly (readonly [string, Section])[] = [
  ["facts", "fact"],
  ["parameters", "parameter"],
  ["counters", "counter"],
  ["rules", "rule"],
];

function readDeclarations(fields: Fields, findings: Findings): Declaration[] {
  return namedSections.flatMap(([key, section]) => {
    const node = fields.find(key);
    if (node?.kind !== "mapping") return [];
    return node.entries.map(({ key: { text, at } }) => {
      if (!namePattern.test(text)) {
        findings.error(
          "file/value",
          at,
          `Cannot use "${text}" as a name: small letters, digits and "_" are expected, 40 at most`,
        );
      }
      return { section, name: text, at };
    });
  });
}
