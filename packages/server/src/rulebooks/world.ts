import { CALENDAR, type Installed, installRulebook, legalDayAt, type Run, type World, type Zone } from "@twinline/zone";
import type { Queries } from "../database.ts";
import { originOf, type ZoneNode } from "../node.ts";
import type { Shelf } from "./shelf.ts";

/** The law and the signed days in force, read from state: what the writer decides with until the next publication. */
export async function readWorld(
  queries: Queries,
  node: Pick<ZoneNode, "zone" | "side">,
  zone: Zone,
  shelf: Shelf,
): Promise<World> {
  const runs = await readRuns(queries, node.side);
  const calendar = { side: node.side, zone: "", runs };
  return {
    origin: originOf(node),
    zone: node.zone,
    side: node.side,
    rulebooks: await readRulebooks(queries, shelf),
    legalDay: (atMs) => legalDayAt(calendar, atMs),
    overrideReasons: new Set(zone.overrideReasons.map(({ code }) => code)),
  };
}

async function readRulebooks(queries: Queries, shelf: Shelf): Promise<ReadonlyMap<string, Installed>> {
  await shelf.fetchAll();
  const { rows } = await queries.query<{ key: string; hash: string }>("select key, hash from rulebook order by key");
  const installed = rows.map(async ({ key, hash }): Promise<[string, Installed]> => {
    const { rulebook, decide } = await shelf.fetch(hash);
    return [
      key,
      installRulebook(
        rulebook,
        () => decide,
        (old) => shelf.find(old),
      ),
    ];
  });
  return new Map(await Promise.all(installed));
}

/** The runs of the newest signing of a side's calendar. */
async function readRuns(queries: Queries, side: string): Promise<Run[]> {
  const { rows } = await queries.query<Run>(
    `select first_day as "firstDay", last_day as "lastDay", starts_at as "startsAt", length_ms as "lengthMs"
     from ${CALENDAR} where side = $1 and entry = (select max(entry) from ${CALENDAR} where side = $1) order by first_day`,
    [side],
  );
  return rows;
}
