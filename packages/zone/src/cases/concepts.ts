import type { AnyConcept } from "../spine/concept.ts";
import { caseStep } from "./case-step.ts";
import { openCase } from "./open-case.ts";

/** Cases: opened on what the journal shows, and their steps. */
export const caseConcepts: readonly AnyConcept[] = [openCase, caseStep];
