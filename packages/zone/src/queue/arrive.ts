import type { Author, Concept } from "../spine/concept.ts";
import { type Held, keysOfHeld, placeOfHeld } from "./holder.ts";
import { done, getYard, queueChanges, refused } from "./rows.ts";

/** A booked vehicle stands in the waiting area. */
export type Arrive = Held & { readonly kind: "queue_arrive"; readonly by: Author };

export const arrive: Concept<Arrive> = {
  kind: "queue_arrive",
  keys: (command) => keysOfHeld(command),
  decide: (command, state, _world, { atMs }) => {
    const { booking } = command;
    const place = placeOfHeld(command, state);
    if (typeof place === "string") return refused(place, { booking });
    if (place.state !== "booked") return refused("booking_over", { booking });
    const yard = getYard(state);
    return done(
      "arrived",
      { booking },
      {
        places: new Map([[booking, { ...place, state: "waiting", arrivedAtMs: atMs }]]),
        yard: { ...yard, waiting: yard.waiting + 1 },
      },
    );
  },
  apply: queueChanges,
};
