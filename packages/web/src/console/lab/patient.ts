import { problemOf } from "../asking/asked.ts";

const TRIES_MAX = 8;

/**
 * The lab's first question starts a process on the node, and a model may think longer than a line waits for an answer: the same
 * question is asked again, and the node has the answer by then.
 */
export const patient = {
  retry: (tries: number, error: unknown): boolean => tries < TRIES_MAX && problemOf(error)?.type === "link/unreached",
  retryDelay: 300,
} as const;
