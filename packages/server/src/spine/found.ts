import { createHash } from "node:crypto";
import { formatKey } from "@twinline/journal";
import {
  type Author,
  calendarOf,
  dayNumber,
  type SignCalendarCommand,
  type SigningKeyCommand,
  type ZoneSide,
} from "@twinline/zone";
import type { Queries } from "../database.ts";
import type { ZoneNode } from "../node.ts";
import { publishRulebook, uuidOf } from "../rulebooks/publish.ts";
import { checkRulebook, type RuleFiles, readRuleFiles } from "../rulebooks/rule-files.ts";
import type { OpenSpine } from "./open-spine.ts";

/** Legal days are signed this far ahead, and signed anew when fewer than this remain. */
export const SIGNED_YEARS = 10;
export const SIGNED_YEARS_MIN = 1;

/** Author of what the node does by itself when it is founded. */
const node: Author = {};

/**
 * What a journal needs before it can decide: the key that signs it, the legal days, the law. Each is an entry; what is there
 * already is not done again, so this runs at every start. A rulebook that the node published itself follows its file: edited
 * law comes into force at the next start. What officers adopted stays until they adopt again. Returns the names of rulebooks
 * that were published now.
 */
export async function foundSpine(spine: OpenSpine, { side, effects, database }: ZoneNode): Promise<readonly string[]> {
  const own = spine.zone.sides.find((one) => one.side === side);
  if (own === undefined)
    throw new Error(`Cannot open the side "${side}": the zone "${spine.zone.zone}" has no such side`);
  await announceKey(spine);
  await signCalendar(spine, own, effects.now());
  const published: string[] = [];
  for (const name of Object.values(own.rulebooks)) {
    const files = readRuleFiles(name);
    if (!(await isToPublish(spine, name, files, database))) continue;
    await publishRulebook(spine, name, files, node);
    published.push(name);
  }
  return published;
}

async function isToPublish(spine: OpenSpine, name: string, files: RuleFiles, queries: Queries): Promise<boolean> {
  const inForce = spine.world().rulebooks.get(name)?.rulebook.hash;
  if (inForce === undefined) return true;
  if (checkRulebook(files, name).hash === inForce) return false;
  const { rows } = await queries.query<{ adopted: boolean }>(
    `select (e.body::json->'by'->>'officer') is not null as adopted
     from rulebook r join entry e on e.number = r.entry where r.key = $1`,
    [name],
  );
  return rows[0]?.adopted === false;
}

async function announceKey(spine: OpenSpine): Promise<void> {
  const command: SigningKeyCommand = { kind: "key", by: node, key: formatKey(spine.signer.key) };
  await spine.writer.ask({ command, ...foundingKey(`key ${command.key}`) });
}

async function signCalendar(spine: OpenSpine, side: ZoneSide, now: Temporal.Instant): Promise<void> {
  const today = now.toZonedDateTimeISO(side.clock).toPlainDate();
  const reach = today.add({ years: SIGNED_YEARS_MIN });
  if (covers(spine, reach.toZonedDateTime(side.clock).epochMilliseconds)) return;
  const last = today.add({ years: SIGNED_YEARS });
  const calendar = calendarOf(side.side, side.clock, dayNumber(spine.zone.opened), dayNumber(last.toString()));
  const command: SignCalendarCommand = { kind: "calendar", by: node, calendar };
  await spine.writer.ask({
    command,
    ...foundingKey(`calendar ${JSON.stringify(calendar)}`),
    alongside: async () => spine.renew(),
  });
}

function covers(spine: OpenSpine, atMs: number): boolean {
  try {
    return spine.world().legalDay(atMs) >= 0;
  } catch {
    return false;
  }
}

function foundingKey(what: string): { key: string; request: Buffer } {
  const request = createHash("sha256").update(`founding ${what}`).digest();
  return { key: uuidOf(request), request };
}
