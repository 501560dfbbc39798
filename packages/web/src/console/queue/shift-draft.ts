import { capacityOf, type Shift } from "@twinline/zone";
import { wholeNumber } from "./draft.ts";

export const shiftFields = ["lanes", "staff", "staffPerLane", "perLane"] as const;
export type ShiftField = (typeof shiftFields)[number];
export type ShiftDraft = Readonly<Record<ShiftField, string>>;

/** Bounds of the contract (packages/api/src/queue.ts). */
const bounds: Readonly<Record<ShiftField, readonly [number, number]>> = {
  lanes: [0, 200],
  staff: [0, 2_000],
  staffPerLane: [1, 20],
  perLane: [0, 60],
};

/** The shift with what it takes, or the fields at fault. */
export function readShiftDraft(draft: ShiftDraft): {
  readonly shift?: Shift;
  readonly capacity?: number;
  readonly faults: ReadonlySet<ShiftField>;
} {
  const values = shiftFields.map((field) => [field, wholeNumber(draft[field], ...bounds[field])] as const);
  const faults = new Set(values.flatMap(([field, value]) => (value === undefined ? [field] : [])));
  if (faults.size > 0) return { faults };
  const shift = Object.fromEntries(values) as Shift;
  return { shift, capacity: capacityOf(shift), faults };
}
