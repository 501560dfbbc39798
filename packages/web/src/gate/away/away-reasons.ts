import type { Reason } from "@twinline/api";
import { catalogues } from "../../messages/catalogue.ts";

/** Reason of a passage that this device would have admitted, had its lists not been too old. */
export const LISTS_STALE = "lists_stale";

export function listsReason(): Reason {
  const key = "gate.away.lists";
  const { zh, kk, ru, en } = catalogues;
  const text = { zh: zh[key], kk: kk[key], ru: ru[key], en: en[key] };
  return { rule: LISTS_STALE, mark: "stop", text, citations: [] };
}
