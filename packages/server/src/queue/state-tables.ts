import { QUEUE_PEER, QUEUE_PLACE, QUEUE_SLOT, QUEUE_VEHICLE, QUEUE_VIN, QUEUE_YARD } from "@twinline/zone";
import type { StateTable } from "../writer/state-table.ts";

/** Tables of the queue of the road gate (migrations 0015 and 0026). */
export const queueTables: readonly StateTable[] = [
  {
    name: QUEUE_SLOT,
    columns: {
      quarter: "bigint",
      own: "bigint",
      peer: "bigint",
      closed: "boolean",
      booked: "bigint",
      live: "bigint",
      called: "bigint",
    },
  },
  {
    name: QUEUE_PLACE,
    columns: {
      vehicle: "text",
      vin: "text",
      mode: "text",
      state: "text",
      load: "text",
      priority: "text",
      byDriver: "boolean",
      quarter: "bigint",
      first: "bigint",
      turn: "bigint",
      moves: "bigint",
      why: "text",
      bookedAtMs: "bigint",
      arrivedAtMs: "bigint",
      calledAtMs: "bigint",
      passedAtMs: "bigint",
      overtook: "bigint",
    },
  },
  {
    name: QUEUE_VEHICLE,
    columns: {
      vehicle: "text",
      booking: "text",
      strikes: "bigint",
      strikeDay: "bigint",
      unseen: "bigint",
      unseenDay: "bigint",
    },
  },
  { name: QUEUE_VIN, columns: { vin: "text", booking: "text", vehicle: "text" } },
  { name: QUEUE_YARD, columns: { waiting: "bigint", unplaced: "bigint" } },
  { name: QUEUE_PEER, columns: { origin: "text", publicKey: "text", statement: "bigint" } },
];
