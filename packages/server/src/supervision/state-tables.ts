import { CASE_FILE, PERSON_LINK, QUEUE_COUNT } from "@twinline/zone";
import type { StateTable } from "../writer/state-table.ts";

/** Tables of supervision and its cases (migrations 0018, 0019, 0027). */
export const supervisionTables: readonly StateTable[] = [
  {
    name: QUEUE_COUNT,
    columns: {
      gate: "text",
      line: "text",
      lane: "text",
      waiting: "bigint",
      atMs: "bigint",
      beforeWaiting: "bigint",
      beforeAtMs: "bigint",
      entry: "bigint",
    },
  },
  { name: PERSON_LINK, columns: { link: "text", commitment: "text", person: "text", entry: "bigint" } },
  {
    name: CASE_FILE,
    columns: {
      id: "text",
      about: "text",
      person: "text",
      state: "text",
      openedDay: "bigint",
      untilDay: "bigint",
      appealDays: "bigint",
      evidence: "text",
      steps: "text",
      score: "bigint",
      finding: "text",
      code: "text",
      foundBy: "text",
      second: "text",
      foundDay: "bigint",
      decision: "text",
    },
  },
];
