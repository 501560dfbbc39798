import type { CaseCandidate, CaseDetail, CaseRow } from "@twinline/api";
import { type Case, dayText, instantText } from "@twinline/zone";
import type { Matter } from "./queries.ts";

/** A case as a list shows it. One that is past its last day is over, whatever step it was at. */
export function presentCase(one: Case, day: number, name: string | undefined): CaseRow {
  const { id, about, state, openedDay, untilDay, finding, decision, score } = one;
  const isOpen = state !== "closed" && state !== "decided";
  return {
    id,
    about,
    state: isOpen && day > untilDay ? "expired" : state,
    name: name ?? "",
    opened: dayText(openedDay),
    until: dayText(untilDay),
    ...(finding === undefined ? {} : { finding }),
    ...(decision === undefined ? {} : { decision }),
    ...(score === undefined ? {} : { score }),
  };
}

/** What of a case stands beside its row: until when it may be appealed, and why it was found so. */
export function presentTerms({ foundDay, appealDays, code }: Case): Pick<CaseDetail, "appealUntil" | "code"> {
  return {
    ...(foundDay === undefined ? {} : { appealUntil: dayText(foundDay + appealDays) }),
    ...(code === undefined ? {} : { code }),
  };
}

export function presentMatter(matter: Matter, day: number, name: string | undefined): CaseCandidate {
  const { about, root, nationality, gate, sinceMs, lastDay, untilDay, mismatch } = matter;
  return {
    about,
    root,
    name: name ?? "",
    nationality,
    gate,
    since: instantText(sinceMs),
    ...(lastDay === null ? {} : { daysOver: (untilDay ?? day) - lastDay }),
    ...(untilDay === null ? {} : { until: dayText(untilDay) }),
    ...(mismatch === null ? {} : { mismatch }),
    ...(matter.case === null ? {} : { case: matter.case }),
  };
}
