import type { Place } from "../ir/place.ts";
import type { Findings } from "./findings.ts";
import { hintNear } from "./near.ts";
import { findValue, type Mapping, type Node, type Scalar, type Sequence } from "./node.ts";

/** The keys of one mapping, known to be among those declared. */
export class Fields {
  readonly at: Place;
  readonly #mapping: Mapping;
  readonly #findings: Findings;

  constructor(mapping: Mapping, findings: Findings) {
    this.at = mapping.at;
    this.#mapping = mapping;
    this.#findings = findings;
  }

  has(key: string): boolean {
    return findValue(this.#mapping, key) !== undefined;
  }

  find(key: string): Node | undefined {
    return findValue(this.#mapping, key);
  }

  /** The key's one word or text; a list or mapping there is a finding. */
  scalar(key: string): Scalar | undefined {
    const node = this.find(key);
    return node && asScalar(node, key, this.#findings);
  }
}

/** What the keys of a mapping may be; `open` takes further keys as values, as a parameter by key does. */
export type Keys = {
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  readonly open?: boolean;
};

/** Reads a mapping: unknown keys and missing keys are findings, undefined when it is no mapping at all. */
export function readFields(node: Node, what: string, keys: Keys, findings: Findings): Fields | undefined {
  const mapping = asMapping(node, what, findings);
  if (mapping === undefined) return undefined;
  const { required = [], optional = [], open = false } = keys;
  const known = [...required, ...optional];
  if (!open) {
    for (const [index, entry] of mapping.entries.entries()) {
      if (known.includes(entry.key.text)) continue;
      const cut = findCutValue(mapping, index);
      const why =
        cut === undefined
          ? `"${entry.key.text}" is not a key of ${what}${hintNear(entry.key.text, known)}`
          : `the comma ended the value "${cut}", put the whole expression in quotes or in a block`;
      findings.error("file/key", entry.key.at, `Cannot use the key "${entry.key.text}": ${why}`);
    }
  }
  for (const key of required) {
    if (findValue(mapping, key) === undefined) {
      findings.error("file/missing", mapping.at, `Cannot read ${what}: its key "${key}" is missing`);
    }
  }
  return new Fields(mapping, findings);
}

/** In `{is: min(a, b)}` YAML ends the value at the comma and makes a key `b)`: the value that was cut. */
function findCutValue(mapping: Mapping, index: number): string | undefined {
  if (!isEmpty(mapping.entries[index]!.value)) return undefined;
  const before = mapping.entries.slice(0, index).findLast((entry) => !isEmpty(entry.value));
  if (before?.value.kind !== "scalar") return undefined;
  const { text } = before.value;
  return text.split("(").length > text.split(")").length ? text : undefined;
}

function isEmpty(node: Node): boolean {
  return node.kind === "scalar" && node.text === "";
}

export function asScalar(node: Node, what: string, findings: Findings): Scalar | undefined {
  if (node.kind === "scalar" && node.text.trim() !== "") return node;
  const why =
    node.kind === "scalar"
      ? "it is empty"
      : `one value is expected, not a ${node.kind === "mapping" ? "mapping" : "list"}`;
  findings.error("file/shape", node.at, `Cannot read "${what}": ${why}`);
  return undefined;
}

export function asMapping(node: Node, what: string, findings: Findings): Mapping | undefined {
  if (node.kind === "mapping") return node;
  findings.error("file/shape", node.at, `Cannot read ${what}: a mapping "key: value" is expected`);
  return undefined;
}

export function asSequence(node: Node, what: string, findings: Findings): Sequence | undefined {
  if (node.kind === "sequence") return node;
  findings.error("file/shape", node.at, `Cannot read ${what}: a list is expected`);
  return undefined;
}
