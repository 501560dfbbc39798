/** Kinds of entries that a journal of today may hold, most frequent first. */
export const entryKinds = [
  "passage",
  "override",
  "decision",
  "publish",
  "propose",
  "calendar",
  "key",
  "sign_in",
  "officer_add",
  "officer_invite",
  "officer_revoke",
  "passkey_add",
  "passkey_revoke",
  "device_add",
  "device_revoke",
  "watch_add",
  "watch_withdraw",
  "person_erase",
  "queue_count",
  "link_note",
  "case_open",
  "case_step",
] as const;
export const outcomes = ["admit", "refer", "refuse", "done", "refused"] as const;

/** Which part of the journal is shown, as it stands in the address. Times are of the clock of the side. */
export type EntrySearch = {
  readonly number?: number;
  readonly kind?: string;
  readonly gate?: string;
  readonly lane?: string;
  readonly reason?: string;
  readonly verdict?: (typeof outcomes)[number];
  readonly since?: string;
  readonly until?: string;
  /** Rows below this number: where the page before ended. */
  readonly after?: number;
  /** The entry in the side panel. */
  readonly open?: number;
};

/** Reads the address; what it cannot mean is left out. */
export function readEntrySearch(raw: Readonly<Record<string, unknown>>): EntrySearch {
  const verdict = outcomes.find((one) => one === raw.verdict);
  const found = {
    number: numberOf(raw.number),
    kind: matching(raw.kind, /^[a-z_]{1,40}$/),
    gate: matching(raw.gate, /^[A-Z]{2}-[A-Z0-9]{1,8}$/),
    // NOTE: a lane in the address is read as a number.
    lane: matching(typeof raw.lane === "number" ? String(raw.lane) : raw.lane, /^[A-Z0-9]{1,6}$/),
    reason: matching(raw.reason, /^[a-z0-9_]{1,80}$/),
    verdict,
    since: matching(raw.since, LOCAL),
    until: matching(raw.until, LOCAL),
    after: numberOf(raw.after),
    open: numberOf(raw.open),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as EntrySearch;
}

/** Day and time of the clock, as the platform's field writes them. */
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 1 ? number : undefined;
}

function matching(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === "string" && pattern.test(value) ? value : undefined;
}
