import {
  CALENDAR,
  COUNTER,
  MISMATCH,
  MOVEMENT,
  OVERRIDE,
  PROPOSAL,
  PROPOSAL_NOTE,
  PROPOSAL_REPORT,
  PROPOSAL_VOTE,
  RULEBOOK,
  STAY,
  VEHICLE_STAY,
} from "@twinline/zone";
import { queueTables } from "../queue/state-tables.ts";
import { rightsTables } from "../rights/state-tables.ts";
import { supervisionTables } from "../supervision/state-tables.ts";
import type { StateTable } from "./state-table.ts";

/** Tables of the concepts that every node has (migrations 0003, 0014, 0021). */
export const spineTables: readonly StateTable[] = [
  { name: COUNTER, columns: { value: "bigint", last: "bigint" } },
  {
    name: STAY,
    columns: {
      visit: "text",
      gate: "text",
      enteredDay: "bigint",
      lastDay: "bigint",
      enteredAtMs: "bigint",
      document: "text",
      nationality: "text",
      pass: "text",
    },
  },
  { name: VEHICLE_STAY, columns: { gate: "text", country: "text", enteredAtMs: "bigint", entry: "bigint" } },
  {
    name: MISMATCH,
    columns: { person: "text", mismatch: "text", gate: "text", atMs: "bigint", entry: "bigint" },
  },
  { name: MOVEMENT, columns: { entry: "bigint", atMs: "bigint" } },
  { name: OVERRIDE, columns: { entry: "bigint", outcome: "text", reason: "text" } },
  {
    name: CALENDAR,
    columns: {
      side: "text",
      zone: "text",
      entry: "bigint",
      firstDay: "bigint",
      lastDay: "bigint",
      startsAt: "bigint",
      lengthMs: "bigint",
    },
  },
  { name: RULEBOOK, columns: { hash: "text", side: "text", decides: "text", entry: "bigint" } },
  {
    name: PROPOSAL,
    columns: { name: "text", base: "text", baseHash: "text", entry: "bigint", stage: "text", moved: "bigint" },
  },
  { name: PROPOSAL_REPORT, columns: { report: "text", recorded: "boolean", lines: "bigint", entry: "bigint" } },
  { name: PROPOSAL_NOTE, columns: { proposal: "text", about: "text", author: "text", entry: "bigint" } },
  { name: PROPOSAL_VOTE, columns: { proposal: "text", side: "text", vote: "text", entry: "bigint" } },
  ...supervisionTables,
  ...queueTables,
  ...rightsTables,
];
