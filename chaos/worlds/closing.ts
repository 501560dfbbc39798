import { placeOf } from "../../packages/zone/src/spine/state.ts";
import { blame, DAY_MS, givenBy, newKey, nodeMs, type RightsWorld } from "./world.ts";

/** An officer closes a day; what devices still hold of it comes back where it may. */
export function closeDayAt(world: RightsWorld, day: number): void {
  const closed = world.node.ask(
    newKey(world),
    { kind: "day_close", by: { officer: "o" }, day } as never,
    nodeMs(world),
  );
  if (closed.body.outcome === "done" && Math.floor(nodeMs(world) / DAY_MS) <= day)
    blame(world, `day ${day} was closed before it was over`);
  const reservations = [...world.node.rows.values()].filter(
    ({ table: name, row }) => name === "reservation" && row.day === day && row.open === true,
  );
  for (const { key } of reservations) {
    const given = givenBy(world, Number(key));
    if (given === undefined) continue;
    const { body } = world.node.ask(
      newKey(world),
      { kind: "reservation_lapse", by: { officer: "o" }, reservation: Number(key), given } as never,
      nodeMs(world),
    );
    if (body.outcome === "done") judgeLapse(world, day, Number(key));
  }
}

/** A right came back to the day: its day must be closed, and no honest till may still hold it. */
function judgeLapse(world: RightsWorld, day: number, reservation: number): void {
  if (!world.node.rows.has(placeOf({ table: "closed_day", key: String(day) })))
    blame(world, `right ${reservation} came back before its day was closed`);
  const holder = world.tills.find(
    (till) => !world.ledger.doubtful.has(till.device) && till.memory.rights.has(reservation),
  );
  if (holder !== undefined) blame(world, `right ${reservation} came back while ${holder.device} still holds it`);
}
