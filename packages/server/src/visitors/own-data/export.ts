import { VISIT_FORMAT } from "@twinline/api";
import { parseCanonical } from "@twinline/journal";
import { type Body, decisionsOf, instantText, type PersonSettings } from "@twinline/zone";
import { bundleLines } from "../../entries/bundle.ts";
import { explainEntry, presentRow } from "../../entries/present.ts";
import { findStored } from "../../entries/queries.ts";
import type { ZoneNode } from "../../node.ts";
import type { OpenSpine } from "../../spine/open-spine.ts";
import type { OwnData } from "./own-data.ts";

/**
 * Everything of one visit as one object: stay, amounts counted, sales, and each entry with its decisions, their reasons in
 * four languages and a bundle of one entry with receipt and proof, for `twinline verify`. Values of the vault are not in it.
 */
export async function exportVisit(node: ZoneNode, spine: OpenSpine, own: OwnData, settings: PersonSettings) {
  const { holder, vault, sales, request } = own;
  const entries: Awaited<ReturnType<typeof exportEntry>>[] = [];
  for (const number of own.entries) entries.push(await exportEntry(node, spine, number));
  return {
    format: VISIT_FORMAT,
    origin: spine.origin,
    made: instantText(node.effects.now().epochMilliseconds),
    held: {
      vault: { kinds: vault, values: "not exported: a pass is not an identity document" },
      journal: { person: holder.person, entries: own.entries },
      keptDays: settings.retentionDays ?? "unknown",
      viewed: "not recorded",
    },
    stay: holder.pass,
    sales: sales.map(({ id, entry, at, isOut, lines }) => ({
      id,
      entry,
      at: instantText(at.epochMilliseconds),
      carriedOut: isOut,
      lines: lines.map(({ goods, amounts, outputs }) => ({ goods, amounts, outputs })),
    })),
    ...(request === undefined ? {} : { erasure: { state: request.state, entry: request.entry } }),
    entries,
  };
}

async function exportEntry(node: ZoneNode, spine: OpenSpine, number: number) {
  const found = await findStored(node.database, number);
  if (found === undefined) throw new Error(`Cannot export the visit: the journal has no entry ${number}`);
  const bundle = await Array.fromAsync(bundleLines(node.database, spine, number, number, true));
  return {
    ...presentRow(found),
    decisions: decisionsOf(parseCanonical(found.body) as Body),
    reasons: await explainEntry({ shelf: spine.shelf, database: node.database }, number, found.body),
    bundle: bundle.map((line) => line.trimEnd()),
  };
}
