import { type Entry, findValue, type Mapping, makeScalar, type Node } from "../node.ts";
import { parseDay } from "../scalar/day.ts";

/** The mapping with one value replaced, or added at its end. */
export function setValue(mapping: Mapping, key: string, value: Node): Mapping {
  const known = mapping.entries.some((entry) => entry.key.text === key);
  const entries: readonly Entry[] = known
    ? mapping.entries.map((entry) => (entry.key.text === key ? { ...entry, value } : entry))
    : [...mapping.entries, { key: makeScalar(key, value.at), value }];
  return { ...mapping, entries };
}

/** The mapping without some keys. */
export function withoutKeys(mapping: Mapping, keys: readonly string[]): Mapping {
  return { ...mapping, entries: mapping.entries.filter(({ key }) => !keys.includes(key.text)) };
}

/** The first day of a version, if it has a readable one. */
export function fromOf(version: Node): number | undefined {
  const node = version.kind === "mapping" ? findValue(version, "from") : undefined;
  const day = node?.kind === "scalar" ? parseDay(node.text) : undefined;
  return day?.ok ? day.value : undefined;
}

/** The version in force on a day. */
export function findInForce(versions: readonly Node[], day: number): Mapping | undefined {
  const version = versions.findLast((other) => (fromOf(other) ?? day + 1) <= day);
  return version?.kind === "mapping" ? version : undefined;
}

/** The versions with one more, which takes the place of one from the same day. */
export function insertVersion(versions: readonly Node[], version: Mapping, from: number): Node[] {
  const before = versions.filter((other) => (fromOf(other) ?? from) < from);
  const after = versions.filter((other) => (fromOf(other) ?? from) > from);
  return [...before, version, ...after];
}
