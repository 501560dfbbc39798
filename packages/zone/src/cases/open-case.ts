import type { Author, Concept } from "../spine/concept.ts";
import { getObject } from "../spine/read-body.ts";
import { type Case, type CaseSubject, caseId, caseKey, EVIDENCE_MAX, findCase, putCase, rowOf } from "./case.ts";

/** An officer opens a case on what the journal shows. `evidence` begins with the entry that the case grew from. */
export type OpenCase = {
  readonly kind: "case_open";
  readonly by: Author & { readonly officer: string };
  readonly about: CaseSubject;
  readonly person: string;
  readonly evidence: readonly number[];
  readonly score?: number;
  readonly caseDays: number;
  readonly appealDays: number;
};

export const openCase: Concept<OpenCase> = {
  kind: "case_open",
  keys: ({ about, evidence }) => [caseKey(caseId(about, evidence[0] ?? 0))],
  decide: ({ about, person, evidence, score, caseDays, appealDays }, state, world, { atMs }) => {
    const id = caseId(about, evidence[0] ?? 0);
    const fits = evidence.length > 0 && evidence.length <= EVIDENCE_MAX;
    if (!fits) return { outcome: "refused", reason: "evidence_full", details: { case: id } };
    if (findCase(state, id) !== undefined) return { outcome: "refused", reason: "case_exists", details: { case: id } };
    const openedDay = world.legalDay(atMs);
    const opened: Case = {
      id,
      about,
      person,
      state: "open",
      openedDay,
      // The day of opening is the first.
      untilDay: openedDay + caseDays - 1,
      appealDays,
      evidence: evidence.join(" "),
      steps: "",
      ...(score === undefined ? {} : { score }),
    };
    return { outcome: "done", reason: "opened", details: { case: id, file: rowOf(opened) } };
  },
  apply: (body, number) => (body.outcome === "done" ? putCase(getObject(body, "file"), number) : []),
};
