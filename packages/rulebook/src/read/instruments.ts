import type { Instrument } from "../ir/instrument.ts";
import type { Fields } from "./fields.ts";
import { asMapping, readFields } from "./fields.ts";
import type { Findings } from "./findings.ts";
import type { Node, Scalar } from "./node.ts";
import { parseDay } from "./scalar/day.ts";
import { readNote, readScalar, readTexts } from "./values.ts";

/** Finds the official wordings: the text of a path beside the file that cites it, and the SHA-256 of a text in hex. */
export type Wordings = {
  readonly find: (path: string, citing: string) => string | undefined;
  readonly sha256: (text: string) => string;
};

/** Reads the section `instruments`. */
export function readInstruments(node: Node | undefined, wordings: Wordings, findings: Findings): Instrument[] {
  const mapping = node && asMapping(node, '"instruments"', findings);
  return (mapping?.entries ?? []).flatMap(({ key, value }) => readInstrument(key, value, wordings, findings) ?? []);
}

function readInstrument(key: Scalar, node: Node, wordings: Wordings, findings: Findings): Instrument | undefined {
  const id = key.text;
  if (!/^[A-Za-z][A-Za-z0-9_.-]*$/.test(id)) {
    findings.error(
      "file/value",
      key.at,
      `Cannot use "${id}" as the name of an instrument: letters, digits, "_", "." and "-" are expected`,
    );
  }
  const keys = { required: ["cite", "in_force"], optional: ["text", "sha256", "text_held", "note"] };
  const fields = readFields(node, `the instrument "${id}"`, keys, findings);
  if (fields === undefined) return undefined;
  const cite = readTexts(fields.find("cite"), `the citation of "${id}"`, findings);
  const inForce = readScalar(fields.scalar("in_force"), "the first day in force", parseDay, findings);
  const note = readNote(fields.find("note"), findings);
  const pinned = readWording(id, key, fields, wordings, findings);
  if (cite === undefined || inForce === undefined) return undefined;
  for (const [language, text] of Object.entries(cite)) {
    if (!text.includes("{n}"))
      findings.error(
        "file/value",
        fields.find("cite")!.at,
        `Cannot cite "${id}" in ${language}: the text has no "{n}" for the provision`,
      );
  }
  return { id, cite, inForce, ...pinned, ...(note && { note }), at: key.at };
}

/** The wording's path and hash; that no text is held is a warning, that a held text differs is an error. */
function readWording(
  id: string,
  key: Scalar,
  fields: Fields,
  wordings: Wordings,
  findings: Findings,
): { text: string; sha256: string } | undefined {
  const path = fields.has("text") ? fields.scalar("text") : undefined;
  const pin = fields.has("sha256") ? fields.scalar("sha256") : undefined;
  if (!fields.has("text") && !fields.has("sha256")) {
    findings.warn("instrument/text", key.at, `Rely on "${id}" with care: its official wording is not held`);
    return undefined;
  }
  if (path === undefined || pin === undefined) {
    findings.error("instrument/text", key.at, `Cannot pin the wording of "${id}": "text" and "sha256" belong together`);
    return undefined;
  }
  const wording = wordings.find(path.text, path.at.file);
  if (wording === undefined) {
    findings.error(
      "instrument/text",
      path.at,
      `Cannot find the wording of "${id}": no file "${path.text}" stands beside the rulebook`,
    );
    return undefined;
  }
  const actual = wordings.sha256(wording);
  if (actual !== pin.text) {
    findings.error(
      "instrument/text",
      pin.at,
      `Cannot trust the wording of "${id}": the SHA-256 of "${path.text}" is ${actual}`,
    );
  }
  return { text: path.text, sha256: pin.text };
}
