import { allow } from "./allow.ts";
import { onOwnSide } from "./conditions.ts";
import { subjectKind } from "./subjects.ts";

export const WatchEntry = subjectKind("watch_entry", ["list", "add", "withdraw"]);

/** The list is kept by duty officers; a gate meets it only as a reason on the screen, never as a list to browse. */
export const watchlistPolicy = [
  allow("duty_officer", "list", WatchEntry, onOwnSide),
  allow("duty_officer", "add", WatchEntry, onOwnSide),
  allow("duty_officer", "withdraw", WatchEntry, onOwnSide),
  allow("customs_officer", "list", WatchEntry, onOwnSide),
  allow("customs_officer", "add", WatchEntry, onOwnSide),
];
