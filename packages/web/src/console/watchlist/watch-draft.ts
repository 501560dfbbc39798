import type { WatchAdd } from "@twinline/api";

/** What an officer has typed so far; all texts, as fields hold them. */
export type WatchDraft = Readonly<Record<WatchField, string>>;
export type WatchField = "issuer" | "number" | "verdict" | "code" | "from" | "until";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The command, or the fields at fault. A watch ends on a day that is not before its first. */
export function readWatchDraft(draft: WatchDraft): {
  readonly watch?: WatchAdd;
  readonly faults: ReadonlySet<WatchField>;
} {
  const { issuer, number, verdict, code, from, until } = draft;
  const checks: Readonly<Record<WatchField, boolean>> = {
    issuer: /^[A-Z]{2}$/.test(issuer),
    number: /^[\p{L}\p{N} -]{3,40}$/u.test(number),
    verdict: verdict === "refer" || verdict === "refuse",
    code: /^[a-z_]{1,40}$/.test(code),
    from: DAY.test(from),
    until: DAY.test(until) && until >= from,
  };
  const faults = new Set((Object.keys(checks) as WatchField[]).filter((field) => !checks[field]));
  if (faults.size > 0 || (verdict !== "refer" && verdict !== "refuse")) return { faults };
  return { watch: { issuer, number, verdict, code, from, until }, faults };
}
