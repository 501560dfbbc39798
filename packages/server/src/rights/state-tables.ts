import {
  CAPTURE,
  CLOSED_DAY,
  DEVICE_BOOT,
  DEVICE_LOG,
  FINDING,
  RESERVATION,
  SALE,
  SALE_EXIT,
  SEAL_RUN,
  SEAL_VOID,
} from "@twinline/zone";
import type { StateTable } from "../writer/state-table.ts";

/** Tables of rights, of devices' own numbers and of sales (migrations 0013, 0024). */
export const rightsTables: readonly StateTable[] = [
  {
    name: RESERVATION,
    columns: { person: "text", device: "text", rulebook: "text", day: "bigint", held: "text", open: "boolean" },
  },
  {
    name: SALE,
    columns: {
      person: "text",
      device: "text",
      reservation: "bigint",
      visit: "text",
      entry: "bigint",
      hash: "text",
      lines: "text",
    },
  },
  {
    name: SEAL_RUN,
    columns: { series: "text", count: "bigint", gate: "text", lane: "text", entry: "bigint" },
  },
  { name: SEAL_VOID, columns: { series: "text", number: "bigint", code: "text", entry: "bigint" } },
  { name: SALE_EXIT, columns: { entry: "bigint" } },
  {
    name: CAPTURE,
    columns: { device: "text", sequence: "bigint", boot: "text", digest: "text", entry: "bigint" },
  },
  {
    name: DEVICE_LOG,
    columns: {
      last: "bigint",
      seen: "bigint",
      boot: "text",
      bootFirst: "bigint",
      endedDay: "bigint",
      endedAt: "bigint",
      suspended: "boolean",
    },
  },
  { name: DEVICE_BOOT, columns: { device: "text" } },
  { name: FINDING, columns: { finding: "text", entry: "bigint", device: "text", sequence: "bigint" } },
  { name: CLOSED_DAY, columns: { entry: "bigint" } },
];
