import type { Author, Concept, Ruling } from "../spine/concept.ts";
import { present } from "../spine/json.ts";
import { getObject } from "../spine/read-body.ts";
import {
  type Case,
  caseKey,
  EVIDENCE_MAX,
  type Finding,
  findCase,
  numbersIn,
  putCase,
  rowOf,
  STEPS_MAX,
} from "./case.ts";

/** What may be done in a case, in the order in which it usually is. Codes, never free text: entries hold no names. */
export type Step =
  | { readonly step: "evidence"; readonly entries: readonly number[] }
  | { readonly step: "notice"; readonly means: string }
  | { readonly step: "finding"; readonly finding: Finding; readonly code: string }
  | { readonly step: "appeal"; readonly ground: string }
  | { readonly step: "decision"; readonly decision: "upheld" | "lifted"; readonly code: string };

/** One more step in a case. */
export type CaseStep = {
  readonly kind: "case_step";
  readonly by: Author & { readonly officer: string };
  readonly case: string;
  readonly does: Step;
};

/** Why a step is refused, and recorded as refused. */
export type StepRefusal =
  | "case_unknown"
  | "case_expired"
  | "case_full"
  | "wrong_state"
  | "not_noticed"
  | "same_officer"
  | "appeal_late";

export const caseStep: Concept<CaseStep> = {
  kind: "case_step",
  keys: (command) => [caseKey(command.case)],
  decide: (command, state, world, { atMs }) => {
    const found = findCase(state, command.case);
    const told = present({ case: command.case, step: command.does.step });
    if (found === undefined) return refused("case_unknown", told);
    const day = world.legalDay(atMs);
    const next = day > found.untilDay ? "case_expired" : after(found, command, day);
    if (typeof next === "string") return refused(next, told);
    return {
      outcome: "done",
      reason: command.does.step,
      details: { ...told, ...said(command.does), file: rowOf(next) },
    };
  },
  apply: (body, number) => (body.outcome === "done" ? putCase(getObject(body, "file"), number) : []),
};

function refused(reason: StepRefusal, details: Ruling["details"]): Ruling {
  return { outcome: "refused", reason, details };
}

/** What the step said that the case itself does not keep. */
function said(step: Step): Ruling["details"] {
  if (step.step === "notice") return { means: step.means };
  if (step.step === "appeal") return { ground: step.ground };
  if (step.step === "evidence") return { entries: step.entries };
  return { code: step.code };
}

/** The case after the step, or why the step may not be taken. */
function after(found: Case, { by, does }: CaseStep, day: number): Case | StepRefusal {
  if (numbersIn(found.steps).length >= STEPS_MAX) return "case_full";
  switch (does.step) {
    case "evidence":
      return withEvidence(found, does.entries);
    case "notice":
      return found.state === "open" ? { ...found, state: "noticed" } : "wrong_state";
    case "finding":
      return withFinding(found, by, does.finding, does.code, day);
    case "appeal":
      return withAppeal(found, day);
    case "decision":
      return withDecision(found, by, does.decision);
  }
}

function withEvidence(found: Case, entries: readonly number[]): Case | StepRefusal {
  if (found.state === "closed" || found.state === "decided") return "wrong_state";
  const all = [...new Set([...numbersIn(found.evidence), ...entries])];
  return all.length > EVIDENCE_MAX ? "case_full" : { ...found, evidence: all.join(" ") };
}

/** Nothing is found against somebody who was not told, and nobody is restricted by one officer alone (P26). */
function withFinding(found: Case, by: Author, finding: Finding, code: string, day: number): Case | StepRefusal {
  if (found.state !== "open" && found.state !== "noticed") return "wrong_state";
  if (finding !== "nothing" && found.state !== "noticed") return "not_noticed";
  if (finding === "restricted" && (by.second === undefined || by.second === by.officer)) return "same_officer";
  const { officer, second } = by;
  return {
    ...found,
    state: finding === "nothing" ? "closed" : "found",
    finding,
    code,
    foundDay: day,
    ...(officer === undefined ? {} : { foundBy: officer }),
    ...(second === undefined ? {} : { second }),
  };
}

function withAppeal(found: Case, day: number): Case | StepRefusal {
  if (found.state !== "found" || found.foundDay === undefined) return "wrong_state";
  return day > found.foundDay + found.appealDays ? "appeal_late" : { ...found, state: "appealed" };
}

/** An appeal is judged by somebody who had no part in the finding. */
function withDecision(found: Case, { officer }: Author, decision: "upheld" | "lifted"): Case | StepRefusal {
  if (found.state !== "appealed") return "wrong_state";
  if (officer === undefined || officer === found.foundBy || officer === found.second) return "same_officer";
  return { ...found, state: "decided", decision };
}
