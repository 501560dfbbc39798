import type { Author, Concept } from "../spine/concept.ts";
import { type Held, keysOfHeld, placeOfHeld, rowsOfLeaving } from "./holder.ts";
import { askRoad, findRoadLaw } from "./road-law.ts";
import { done, getVehicle, queueChanges, refused } from "./rows.ts";

/** A vehicle did not come. Whether it counts against it the rules say, not who reports it. */
export type NoShow = Held & { readonly kind: "queue_no_show"; readonly by: Author };

/** Reasons of the rules by which a missed slot counts: against the vehicle, or against booking without papers alone. */
const MISSED = "missed";
const MISSED_UNSEEN = "missed_unseen";

export const noShow: Concept<NoShow> = {
  kind: "queue_no_show",
  keys: (command) => keysOfHeld(command),
  decide: (command, state, world, moment) => {
    const { booking, vehicle } = command;
    const law = findRoadLaw(world);
    const place = placeOfHeld(command, state);
    if (law === undefined) return refused("no_queue", { booking });
    if (typeof place === "string") return refused(place, { booking });
    if (place.state !== "booked" && place.state !== "called") return refused("booking_over", { booking });
    const known = getVehicle(state, vehicle);
    // The rules are asked of the slot; one that was called is late like one that never came.
    const asked = { ...place, state: "booked" as const };
    const answer = askRoad(law, { request: "no_show", load: place.load, place: asked, vehicle: known }, world, moment);
    const answered = { booking, vehicle, ...answer.decisions };
    if (answer.verdict !== "admit") return refused(answer.reason, answered);
    const rows = rowsOfLeaving(command, place, { ...place, state: "no_show", why: answer.reason }, state);
    const { booking: _, ...free } = known;
    const day = world.legalDay(moment.atMs);
    const counted =
      answer.reason === MISSED
        ? { strikes: answer.strikes, strikeDay: day }
        : answer.reason === MISSED_UNSEEN
          ? { unseen: answer.unseen, unseenDay: day }
          : {};
    return done(answer.reason, answered, { ...rows, vehicles: [{ ...free, ...counted }] });
  },
  apply: queueChanges,
};
