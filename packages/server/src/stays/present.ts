import type { StayRow } from "@twinline/api";
import { daysLeft, dayText, instantText } from "@twinline/zone";
import type { PersonRecord } from "../vault/persons.ts";
import type { ListedStay } from "./queries.ts";

/** A row of the list as the screen shows it; the name is empty once the person's data are destroyed. */
export function presentStay(stay: ListedStay, day: number, person: PersonRecord | undefined): StayRow {
  const { visit, nationality, document, gate, enteredAtMs, entry, mismatch } = stay;
  // An exit without an entry has no last day; the list shows it as of today.
  const lastDay = stay.lastDay ?? day;
  return {
    visit,
    name: person?.name ?? "",
    nationality,
    documentKind: document,
    gate,
    enteredAt: instantText(enteredAtMs),
    lastDay: dayText(lastDay),
    daysLeft: daysLeft({ lastDay }, day),
    entry,
    ...(mismatch === undefined ? {} : { mismatch }),
  };
}
