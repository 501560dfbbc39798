import { instantMs } from "../calendar/legal-day.ts";
import type { Body } from "../spine/concept.ts";
import { isObject, type JsonObject } from "../spine/json.ts";
import { getInteger, getText } from "../spine/read-body.ts";
import type { Movement } from "./visits.ts";

/** An entry of the journal as far as it tells of movements. */
export type NumberedBody = { readonly number: number; readonly body: Body };

/**
 * Who moved when, read back from the entries of one person in order of their numbers: admitted passages, late ones unless
 * something later had moved her, and overrides, which let in, let out or undo. An entry let in by two officers counts from
 * the passage that they overrode, as her stay does. Throws BodyError on a body that is none of these.
 */
export function movementsOf(entries: readonly NumberedBody[]): readonly Movement[] {
  let moved: readonly Movement[] = [];
  for (const { number, body } of entries) {
    if (body.kind === "override" && body.counts === "undo")
      moved = moved.filter(({ entry }) => entry !== getInteger(body, "passage"));
    else if (isMovement(body)) moved = [...moved, movementOf(body, number)];
  }
  return moved;
}

/** The movement of a passage, whether it took place or was only asked for. */
export function movementOf(body: Body, number: number): Movement {
  const gate = getText(body, "gate");
  const direction = body.direction === "in" ? "in" : "out";
  const { offered } = body;
  if (body.kind === "override" && direction === "in" && isObject(offered))
    return { entry: getInteger(body, "passage"), direction, gate, atMs: getInteger(offered, "enteredAtMs") };
  return { entry: number, direction, gate, atMs: happenedMs(body) };
}

function isMovement({ kind, outcome, superseded, counts }: Body): boolean {
  if (kind === "override") return counts === "outcomes";
  return outcome === "admit" && superseded !== true;
}

/** A device's clock is a claim: what is told now did not happen later than now (promises.md D9). */
function happenedMs({ at, captured }: JsonObject & { readonly at: string }): number {
  const toldMs = instantMs(at);
  return typeof captured === "string" ? Math.min(instantMs(captured), toldMs) : toldMs;
}
