import { parseCanonical } from "@twinline/journal";
import {
  type Body,
  decisionsOf,
  type GoodsExit,
  gatherTraits,
  getText,
  instantMs,
  isObject,
  type LinkKind,
  type MeterRow,
  type PersonLink,
  type RunnerScore,
  readMeter,
  scoreRunner,
  type Traits,
} from "@twinline/zone";
import type { Queries } from "../database.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { firstSince } from "./queries.ts";
import type { Settings } from "./settings.ts";

/** Exits with goods and links that one look goes through at most, newest first. */
export const EXITS_MAX = 20_000;
export const LINKS_MAX = 20_000;
/** Entries read at a time: the node decides passages in between. */
const PAGE = 500;
/** The meter of the departure that says how much of the allowance is used. */
const ALLOWANCE_UNITS = /^[A-Z]{3}$/;

export type Runner = Traits & RunnerScore;
export type RunnersFound = { readonly runners: readonly Runner[]; readonly exits: number; readonly isCut: boolean };

/** Everybody whose score reaches the zone's bound, highest first. Nothing is decided and nobody is told. */
export async function findRunners(
  queries: Queries,
  spine: Pick<OpenSpine, "shelf" | "zone">,
  { runner }: Settings,
  now: Temporal.Instant,
): Promise<RunnersFound> {
  const first = await firstSince(queries, now.subtract({ hours: runner.windowDays.value * 24 }));
  const { exits, isCut } = await goodsExits(queries, spine, first);
  const links = await personLinks(queries, first);
  const scored = gatherTraits(exits, links, runner).map((traits) => ({
    ...traits,
    ...scoreRunner(traits.values, runner.weights),
  }));
  const runners = scored
    .filter(({ score }) => score >= runner.lookFrom.value)
    .toSorted((a, b) => b.score - a.score || (a.person < b.person ? -1 : 1));
  return { runners, exits: exits.length, isCut };
}

async function goodsExits(queries: Queries, spine: Pick<OpenSpine, "shelf" | "zone">, first: number) {
  const exits: GoodsExit[] = [];
  for (let below = Number.MAX_SAFE_INTEGER; exits.length < EXITS_MAX; ) {
    const { rows } = await queries.query<{ number: number; body: string }>(
      `select number, body from entry
       where outcome = 'admit' and kind in ('passage', 'late_passage')
         and (body like '%"goods":[%' or body like '%"covers":[%') and number >= $1 and number < $2
       order by number desc limit ${PAGE}`,
      [first, below],
      "goods-exits",
    );
    for (const { number, body } of rows) {
      const read = parseCanonical(body) as Body;
      if (read.direction === "out") exits.push(await exitOf(spine, read, number));
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return { exits, isCut: false };
    below = last.number;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { exits, isCut: true };
}

async function exitOf(spine: Pick<OpenSpine, "shelf" | "zone">, body: Body, entry: number): Promise<GoodsExit> {
  const before = isObject(body.before) ? body.before.enteredAtMs : undefined;
  // A passage that was reported late says itself when it was.
  const { capture } = body;
  const atMs = isObject(capture) && typeof capture.atMs === "number" ? capture.atMs : instantMs(body.at);
  const inside = typeof before === "number" ? { minutesInside: (atMs - before) / 60_000 } : {};
  return {
    entry,
    person: getText(body, "person"),
    day: decisionsOf(body)[0]?.legal ?? 0,
    ...inside,
    chapters: chaptersOf(body),
    isFull: await isAllowanceFull(spine, body),
    isOdd: body.mismatch !== undefined || hasOddSale(body),
  };
}

/** What became of a sale that was carried out as it should be, or taken back; anything else does not fit the till. */
const FITTING: ReadonlySet<unknown> = new Set(["carried_out", "carried_out_unseen", "returned"]);

/** Goods bought by another, in another visit, carried out before, or never seen by a till. */
function hasOddSale({ covers }: Body): boolean {
  return Array.isArray(covers) && covers.some((one) => isObject(one) && !FITTING.has(one.outcome));
}

function chaptersOf({ goods }: Body): ReadonlyMap<string, number> {
  const chapters = new Map<string, number>();
  for (const line of Array.isArray(goods) ? goods : []) {
    if (!isObject(line) || typeof line.hs !== "string" || typeof line.valueMinor !== "number") continue;
    const chapter = line.hs.slice(0, 2);
    chapters.set(chapter, (chapters.get(chapter) ?? 0) + line.valueMinor);
  }
  return chapters;
}

/** The passage left nothing of the allowance, by the meters that the zone shows of this rulebook. */
async function isAllowanceFull({ shelf, zone }: Pick<OpenSpine, "shelf" | "zone">, body: Body): Promise<boolean> {
  const decisions = decisionsOf(body);
  const name = decisions[0]?.rulebook;
  const hash = decisions[0]?.hash;
  if (name === undefined || hash === undefined) return false;
  const rows: readonly MeterRow[] = (zone.meters[name] ?? []).filter(({ unit }) => ALLOWANCE_UNITS.test(unit));
  if (rows.length === 0) return false;
  const { rulebook } = await shelf.fetch(hash);
  return rows.some((row) => readMeter(rulebook, row, decisions, true)?.left === 0);
}

async function personLinks(queries: Queries, first: number): Promise<readonly PersonLink[]> {
  const { rows } = await queries.query<{ entry: number; person: string; kind: LinkKind; commitment: string }>(
    `select entry, person, link as kind, commitment from person_link where entry >= $1 order by entry desc limit $2`,
    [first, LINKS_MAX],
  );
  return rows;
}
