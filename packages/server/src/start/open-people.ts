import type { ZoneNode } from "../node.ts";
import type { People } from "../passages/people.ts";
import { openPersons } from "../vault/persons.ts";
import { openVehicles } from "../vault/vehicles.ts";
import { watchFor } from "../watchlist/watchlist.ts";

/** What passages ask, answered by this node's own vault and watch list. */
export function openPeople(node: ZoneNode): People {
  const persons = openPersons(node);
  const vehicles = openVehicles(node);
  return {
    tokenOf: async (document) => (await persons.tokenFor(document)).token,
    vehicleTokenOf: async (vehicle) => (await vehicles.tokenFor(vehicle)).token,
    watchOf: async (document, day) => (await watchFor(node, document, day)).watch,
    reveal: (tokens) => persons.reveal(tokens),
  };
}
