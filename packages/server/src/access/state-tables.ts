import { BADGE, DEVICE, ERASED, ERASURE_REQUEST, OFFICER, PASSKEY, WATCH_ENTRY } from "@twinline/zone";
import type { StateTable } from "../writer/state-table.ts";

/** Tables of the concepts of access (migrations 0012, 0022). */
export const accessTables: readonly StateTable[] = [
  { name: OFFICER, columns: { officer: "text", number: "text", role: "text", side: "text", active: "boolean" } },
  { name: BADGE, columns: { officer: "text" } },
  { name: PASSKEY, columns: { credential: "text", officer: "text", publicKey: "text", active: "boolean" } },
  {
    name: DEVICE,
    columns: {
      device: "text",
      side: "text",
      gate: "text",
      lane: "text",
      publicKey: "text",
      automatic: "boolean",
      deviceKind: "text",
      active: "boolean",
    },
  },
  {
    name: WATCH_ENTRY,
    columns: {
      watched: "text",
      verdict: "text",
      code: "text",
      fromDay: "bigint",
      untilDay: "bigint",
      addedBy: "text",
      entry: "bigint",
      active: "boolean",
    },
  },
  { name: ERASED, columns: { person: "text", entry: "bigint" } },
  {
    name: ERASURE_REQUEST,
    columns: {
      person: "text",
      visit: "text",
      state: "text",
      askedDay: "bigint",
      dueDay: "bigint",
      code: "text",
      entry: "bigint",
    },
  },
];
