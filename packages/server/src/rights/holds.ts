import { HOLDS_MAX, type Hold } from "@twinline/api";
import { dayText, instantText, type Reservation, reservationOf, type Zone } from "@twinline/zone";
import type { Queries } from "../database.ts";

type HeldRow = Record<string, string | number> & { key: string; place: string; lane: string; at: Temporal.Instant };

/** What tills still hold of a traveller's allowances, oldest first: at which place, since when, how much of which limit. */
export async function findHolds(
  db: Queries,
  zone: Pick<Zone, "meters" | "gates">,
  person: string,
): Promise<readonly Hold[]> {
  const { rows } = await db.query<HeldRow>(
    `select r.key, r.person, r.device, r.rulebook, r.day, r.held, d.gate as place, d.lane, e.at
     from reservation r join device d on d.key = r.device join entry e on e.number = r.key::bigint
     where r.open and r.person = $1 order by e.number limit $2`,
    [person, HOLDS_MAX],
    "holds",
  );
  return rows.map(({ at, place, lane, ...row }) => {
    const label = zone.gates.find(({ gate }) => gate === place)?.label;
    const held = reservationOf(row);
    return {
      reservation: Number(row.key),
      place,
      lane,
      ...(label === undefined ? {} : { label }),
      since: instantText(at.epochMilliseconds),
      day: dayText(held.day),
      amounts: amountsOf(zone, held),
    };
  });
}

/** What is held of each limit that the zone shows; a limit that no meter shows has no words. */
function amountsOf({ meters }: Pick<Zone, "meters">, { rulebook, held }: Reservation): Hold["amounts"] {
  const rows = meters[rulebook] ?? [];
  return rows.flatMap(({ used, unit, label }) => {
    const amount = held[used] ?? 0;
    return amount === 0 ? [] : [{ label, unit, amount }];
  });
}
