import type { Change, State, StateKey } from "../spine/state.ts";

/** Table of vehicles inside; the key is the vehicle's token. */
export const VEHICLE_STAY = "vehicle_stay";

export type VehicleStay = { readonly gate: string; readonly country: string; readonly enteredAtMs: number };

export function vehicleKey(token: string): StateKey {
  return { table: VEHICLE_STAY, key: token };
}

export function isVehicleInside(state: State, token: string): boolean {
  return state.find(VEHICLE_STAY, token) !== undefined;
}

/** The vehicle is inside from entry `number` on. */
export function vehicleEnters(token: string, stay: VehicleStay, number: number): Change {
  return { kind: "put", table: VEHICLE_STAY, key: token, row: { ...stay, entry: number } };
}

export function vehicleLeaves(token: string): Change {
  return { kind: "drop", table: VEHICLE_STAY, key: token };
}
