import type { MatterDetail } from "@twinline/api";
import {
  type Body,
  type Calendar,
  daysCounted,
  decidingOf,
  figureOf,
  getObject,
  isObject,
  type Movement,
  movementOf,
  overstayOf,
  readStayTerms,
  type StayCase,
  type StayTerms,
  stayOfBody,
  tellReasons,
  unpairedAt,
} from "@twinline/zone";
import { findRuns } from "../packs/calendar.ts";
import { findEntry, type StoredEntry } from "../passages/queries.ts";
import type { SupervisionParts } from "../supervision/routes.ts";
import { findMovements } from "./history.ts";
import type { Matter } from "./queries.ts";

/** What the journal proves of a matter: numbers of entries, the one it grew from first, the days, and what the rule said. */
export type Proof = Pick<MatterDetail, "overstay" | "unpaired" | "reasons"> & { readonly evidence: readonly number[] };

type Parts = Pick<SupervisionParts, "access" | "spine">;

/** Reads the person's history behind a matter and judges it anew. */
export async function proveMatter(parts: Parts, { about, root, person }: Matter): Promise<Proof> {
  const { node } = parts.access;
  const entry = await findEntry(node.database, root);
  if (entry === undefined) return { evidence: [root], reasons: [] };
  const [movements, runs] = await Promise.all([
    findMovements(node.database, person),
    findRuns(node.database, node.side),
  ]);
  const calendar: Calendar = { side: node.side, zone: "", runs };
  const history = { entry, movements, calendar, nowMs: node.effects.now().epochMilliseconds };
  return about === "overstay" ? await proveOverstay(parts, history) : await proveUnpaired(parts, history);
}

type History = {
  readonly entry: StoredEntry;
  readonly movements: readonly Movement[];
  readonly calendar: Calendar;
  readonly nowMs: number;
};

async function proveOverstay({ spine }: Parts, { entry, movements, calendar, nowMs }: History): Promise<Proof> {
  const terms = await termsOf(spine, entry.body);
  const found = overstayOf(terms, calendar, movements, entry.number, nowMs);
  return {
    ...proven(found, terms),
    evidence: evidenceOf(entry.number, found?.entries ?? []),
    reasons: await reasonsOf(spine, entry.body, "stay_days_allowed"),
  };
}

async function proveUnpaired({ spine }: Parts, { entry, movements, calendar }: History): Promise<Proof> {
  const { number, body } = entry;
  const found = unpairedAt(unlimited(calendar.side), calendar, movements, movementOf(body, number));
  const { before } = body;
  const opened = isObject(before) ? [Number(stayOfBody(before).visit)] : [];
  return {
    ...(found === undefined || found.kind === "overstay" ? {} : { unpaired: found.kind }),
    evidence: evidenceOf(number, [...(found?.entries ?? []), ...opened]),
    reasons: await reasonsOf(spine, body, "reason"),
  };
}

function proven(found: StayCase | undefined, terms: StayTerms): Pick<Proof, "overstay"> {
  const counted = found === undefined ? undefined : daysCounted(terms, found);
  if (found?.limit === undefined || counted === undefined) return {};
  return { overstay: { ...counted, limit: found.limit, isInside: found.isInside === true } };
}

/** The first names the case; the others follow in the order of the journal. */
function evidenceOf(root: number, entries: readonly number[]): readonly number[] {
  const others = new Set(entries.filter((one) => one !== root));
  return [root, ...[...others].toSorted((a, b) => a - b)];
}

function unlimited(side: string): StayTerms {
  return { side, clock: "legal_days" };
}

/**
 * The limits as the law of the entry itself had them on its day; where the zone's file names none, the last day that was
 * told at the entry.
 */
async function termsOf({ zone, shelf }: Parts["spine"], body: Body): Promise<StayTerms> {
  const record = decidingOf(body);
  if (record.rulebook in zone.stays) {
    const { rulebook } = await shelf.fetch(record.hash);
    return readStayTerms(zone, record.rulebook, (name) => figureOf(rulebook, name, record));
  }
  const { enteredDay, lastDay } = stayOfBody(getObject(body, "offered"));
  return { ...unlimited(""), perVisit: lastDay - enteredDay + 1 };
}

/** What one rule said of the passage that the matter grew from. */
async function reasonsOf({ shelf }: Parts["spine"], body: Body, rule: string): Promise<Proof["reasons"]> {
  const record = decidingOf(body);
  return tellReasons(await shelf.fetch(record.hash), record).filter((one) => one.rule === rule);
}
