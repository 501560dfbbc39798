import { signCalendar } from "../calendar/signing.ts";
import { decision } from "../decisions/decision.ts";
import { signingKey } from "../journal/signing-key.ts";
import { override } from "../passages/override.ts";
import { passage } from "../passages/passage.ts";
import { proposalStage } from "../proposals/advance.ts";
import { proposalNote } from "../proposals/note.ts";
import { replayReport } from "../proposals/report.ts";
import { proposalVote } from "../proposals/vote.ts";
import { queueConcepts } from "../queue/concepts.ts";
import { rightsConcepts } from "../rights/concepts.ts";
import { propose } from "../rulebooks/propose.ts";
import { publish } from "../rulebooks/publish.ts";
import { supervisionConcepts } from "../supervision/concepts.ts";
import type { AnyConcept } from "./concept.ts";

/** Concepts of the spine by kind. A kind stands once: two concepts under one name are a mistake of ours. */
export function conceptTable(concepts: readonly AnyConcept[]): ReadonlyMap<string, AnyConcept> {
  const table = new Map(concepts.map((concept) => [concept.kind, concept]));
  if (table.size !== concepts.length) throw new Error("Cannot list the concepts: two have the same kind");
  return table;
}

/** What every node decides; the concepts of access, goods and cases join in the server. */
export const spineConcepts: readonly AnyConcept[] = [
  passage,
  override,
  decision,
  publish,
  propose,
  replayReport,
  proposalNote,
  proposalVote,
  proposalStage,
  signCalendar,
  signingKey,
  ...supervisionConcepts,
  ...queueConcepts,
  ...rightsConcepts,
];
