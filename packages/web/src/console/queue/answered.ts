import type { Problem } from "@twinline/api";
import type { Reply } from "../../link/ask.ts";
import { type Result, resultOf } from "../../sign-in/access.ts";

type Told = { readonly outcome: "done" | "refused"; readonly reason: string };

/** An answer of the queue; what was refused is a problem, under its reason. */
export function answered<T extends Told>(reply: Reply<T>): Result<T> {
  const result = resultOf(reply);
  if (result.kind === "problem" || result.value.outcome === "done") return result;
  const { reason } = result.value;
  const problem: Problem = { type: `refused/${reason}`, status: 409, title: `The node refused it: "${reason}"` };
  return { kind: "problem", problem };
}
