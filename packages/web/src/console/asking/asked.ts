import type { Problem, RouteName } from "@twinline/api";
import type { AnswerOf } from "../../link/answers.ts";
import { ask, type Question } from "../../link/ask.ts";
import { resultOf } from "../../sign-in/access.ts";

/** The node's word that something cannot be had, or that it did not answer. */
export class AskError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** Asks for an answer and throws AskError where there is none: the form that a query wants. */
export async function asked<R extends RouteName>(route: R, question: Question = {}): Promise<AnswerOf<R>> {
  const result = resultOf(await ask(route, question));
  if (result.kind === "ok") return result.value;
  throw new AskError(result.problem);
}

/** The problem behind whatever a query threw. */
export function problemOf(error: unknown): Problem | undefined {
  if (error === null || error === undefined) return undefined;
  if (error instanceof AskError) return error.problem;
  return { type: "console/failed", status: 0, title: error instanceof Error ? error.message : String(error) };
}
