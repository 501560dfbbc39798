import type { ZoneNode } from "../node.ts";
import type { Met, People } from "../passages/people.ts";
import { bookingOf } from "../queue/queries.ts";
import { Remembered } from "../remembered.ts";
import { openPersons } from "../vault/persons.ts";
import { openVehicles } from "../vault/vehicles.ts";
import { watchOfToken } from "../watchlist/watchlist.ts";

/** Documents whose tokens are kept at hand: a busy day's travellers. */
const DOCUMENTS_MAX = 50_000;

/** What passages ask, answered by this node's own vault and watch list, and remembered until a change of either. */
export function openPeople(node: ZoneNode): People & { forget(): void } {
  const persons = openPersons(node);
  const vehicles = openVehicles(node);
  const met = new Remembered<Met>(DOCUMENTS_MAX);
  return {
    meet: (document, day) =>
      met.get(JSON.stringify([day, document]), async () => {
        const { token, watched } = await persons.tokenFor(document);
        return { person: token, watch: (await watchOfToken(node.database, watched, day)).watch };
      }),
    vehicleTokenOf: async (vehicle) => (await vehicles.tokenFor(vehicle)).token,
    bookingOf: (vehicle) => bookingOf(node.database, vehicle),
    reveal: (tokens) => persons.reveal(tokens),
    forget: () => met.forget(),
  };
}
