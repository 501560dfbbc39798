import type { QueueShift } from "@twinline/api";
import { Input, models } from "@twinline/insight";
import { isHolding, type Place, RATE_QUARTERS } from "@twinline/zone";

const MINUTES = 60;

/**
 * Mean wait at the gate in the coming hour, minutes, by the model M/M/c: arrivals are the vehicles that hold its slots, lanes
 * and their rate are the own shift's. Undefined without a shift, without vehicles, or when more come than the lanes can take.
 */
export function forecastWait(
  places: readonly Pick<Place, "state" | "quarter">[],
  shift: QueueShift | undefined,
  now: number,
): number | undefined {
  if (shift === undefined || shift.perLane === 0) return undefined;
  const isComing = (place: Pick<Place, "state" | "quarter">) =>
    isHolding(place as Place) && place.quarter !== undefined && place.quarter < now + RATE_QUARTERS;
  const lambda = places.filter(isComing).length;
  const mu = shift.perLane * RATE_QUARTERS;
  const servers = Math.floor(shift.capacity / shift.perLane);
  if (lambda === 0 || lambda >= servers * mu) return undefined;
  const { meanWait } = models.get("queue")!.compute(new Input({ model: "M/M/c", lambda, mu, servers }));
  return Math.round(Number(meanWait) * MINUTES);
}
