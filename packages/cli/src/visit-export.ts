import { readFile } from "node:fs/promises";
import { VISIT_FORMAT } from "@twinline/api";
import { type BundleOptions, type BundleReport, verifyBundle } from "@twinline/journal";

/** Characters of an export at most: some hundred entries of one visit. */
const EXPORT_CHARS_MAX = 64 * 1024 * 1024;

/** One entry of an export and what came of checking its bundle. */
export type CheckedEntry = { readonly number: number; readonly report: BundleReport };

/**
 * Checks the bundle of each entry in a visitor's export of her visit. Undefined when the file is no such export. What stands
 * beside the bundles (reasons, sums) is a retelling of them and is not proved by itself.
 */
export async function verifyVisit(file: string, options: BundleOptions): Promise<readonly CheckedEntry[] | undefined> {
  const text = await readFile(file, "utf8");
  if (!text.slice(0, 200).includes(`"${VISIT_FORMAT}"`) || text.length > EXPORT_CHARS_MAX) return undefined;
  const { entries = [] } = JSON.parse(text) as { entries?: readonly { number: number; bundle: readonly string[] }[] };
  const checked: CheckedEntry[] = [];
  for (const { number, bundle } of entries)
    checked.push({ number, report: await verifyBundle(linesOf(bundle), options) });
  return checked;
}

async function* linesOf(bundle: readonly string[]): AsyncGenerator<string> {
  yield* bundle;
}
