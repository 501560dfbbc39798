import { instantMs } from "../calendar/legal-day.ts";
import { queueUsed } from "../queue/pass.ts";
import { coversBack, coversOut } from "../sales/covers.ts";
import type { Body } from "../spine/concept.ts";
import { isObject, type JsonObject } from "../spine/json.ts";
import { getText } from "../spine/read-body.ts";
import type { Change } from "../spine/state.ts";
import { noteMismatch } from "../stays/mismatch.ts";
import { noteMovement } from "../stays/movement.ts";
import { rowOfStay, STAY, type Stay, stayOfBody } from "../stays/stay.ts";
import { vehicleEnters, vehicleLeaves } from "../stays/vehicle-stay.ts";

/** State after a passage: the mismatch is noted whatever the verdict, the person and the vehicle move when admitted. */
export function passageChanges(body: Body, number: number): readonly Change[] {
  const person = getText(body, "person");
  const gate = getText(body, "gate");
  const { mismatch } = body;
  const noted =
    typeof mismatch === "string" ? [noteMismatch(person, mismatch, gate, instantMs(getText(body, "at")), number)] : [];
  return body.outcome === "admit" ? [...noted, ...movement(body, number)] : noted;
}

/** The person and the vehicle pass: in opens the stay that was offered, out closes the open one. */
export function movement(body: JsonObject, number: number): readonly Change[] {
  const person = getText(body, "person");
  const moved = noteMovement(person, number, instantMs(getText(body, "at")));
  const used = queueUsed(body.queue, "after");
  if (body.direction === "in")
    return [moved, open(person, stayOfBody(body.offered)), ...vehicleIn(body, number), ...used];
  return [moved, close(person), ...vehicleOut(body), ...coversOut(body, number)];
}

/** The same undone: who was let in is out again, who was let out is inside as before. */
export function movementBack(body: JsonObject, number: number): readonly Change[] {
  const person = getText(body, "person");
  const moved = noteMovement(person, number, instantMs(getText(body, "at")));
  const given = queueUsed(body.queue, "before");
  if (body.direction === "in") return [moved, close(person), ...vehicleOut(body), ...given];
  const before = body.before === undefined ? [] : [open(person, stayOfBody(body.before))];
  return [moved, ...before, ...vehicleIn(body, number), ...coversBack(body)];
}

function open(person: string, stay: Stay): Change {
  return { kind: "put", table: STAY, key: person, row: rowOfStay(stay) };
}

function close(person: string): Change {
  return { kind: "drop", table: STAY, key: person };
}

function vehicleIn(body: JsonObject, number: number): readonly Change[] {
  if (!isObject(body.vehicle)) return [];
  const { vehicle } = body;
  const stay = {
    gate: getText(body, "gate"),
    country: getText(vehicle, "country"),
    enteredAtMs: instantMs(getText(body, "at")),
  };
  return [vehicleEnters(getText(vehicle, "token"), stay, number)];
}

function vehicleOut(body: JsonObject): readonly Change[] {
  return isObject(body.vehicle) ? [vehicleLeaves(getText(body.vehicle, "token"))] : [];
}
