import type { ZoneNode } from "../node.ts";
import { vaultKeysOf } from "./keys.ts";
import { plain } from "./persons.ts";
import { type Token, VaultStore } from "./store.ts";

/** A vehicle as its plate and papers tell it. */
export type VehicleIdentity = { readonly country: string; readonly plate: string; readonly vin?: string };

/** Vehicles of one side: a plate tells a person, so it is kept as a name is. */
export type Vehicles = {
  tokenFor(vehicle: VehicleIdentity): Promise<Token>;
  reveal(tokens: readonly string[]): Promise<Map<string, Readonly<Record<string, string>>>>;
};

/** The vehicles of a node's own side. */
export function openVehicles(node: Pick<ZoneNode, "database" | "secrets" | "side">): Vehicles {
  const store = new VaultStore(node.database, vaultKeysOf(node.secrets), node.side, "vehicle");
  return {
    tokenFor: ({ country, plate, vin }) =>
      store.tokenFor({
        fields: [plain(country), plain(plate)],
        record: { country, plate, ...(vin === undefined ? {} : { vin }) },
      }),
    reveal: (tokens) => store.reveal(tokens),
  };
}
