import type { Watch } from "@twinline/zone";
import type { ZoneNode } from "../node.ts";
import type { People } from "../passages/people.ts";
import { Remembered } from "../remembered.ts";
import { openPersons } from "../vault/persons.ts";
import { openVehicles } from "../vault/vehicles.ts";
import { watchFor } from "../watchlist/watchlist.ts";

/** Documents whose tokens are kept at hand: a busy day's travellers. */
const DOCUMENTS_MAX = 50_000;

/** What passages ask, answered by this node's own vault and watch list, and remembered until a change of either. */
export function openPeople(node: ZoneNode): People & { forget(): void } {
  const persons = openPersons(node);
  const vehicles = openVehicles(node);
  const tokens = new Remembered<string>(DOCUMENTS_MAX);
  const watches = new Remembered<Watch>(DOCUMENTS_MAX);
  return {
    tokenOf: (document) => tokens.get(JSON.stringify(document), async () => (await persons.tokenFor(document)).token),
    vehicleTokenOf: async (vehicle) => (await vehicles.tokenFor(vehicle)).token,
    watchOf: (document, day) =>
      watches.get(JSON.stringify([day, document.issuer, document.number]), async () => {
        return (await watchFor(node, document, day)).watch;
      }),
    reveal: (tokens) => persons.reveal(tokens),
    forget: () => {
      tokens.forget();
      watches.forget();
    },
  };
}
