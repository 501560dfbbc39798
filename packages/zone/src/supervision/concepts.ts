import { caseConcepts } from "../cases/concepts.ts";
import type { AnyConcept } from "../spine/concept.ts";
import { countQueue } from "./count-queue.ts";
import { noteLink } from "./note-link.ts";

/** What supervision records: counts of people waiting, links between people, cases and their steps. */
export const supervisionConcepts: readonly AnyConcept[] = [countQueue, noteLink, ...caseConcepts];
