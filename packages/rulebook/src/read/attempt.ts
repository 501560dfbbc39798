import { SyntaxProblem } from "../parse/problem.ts";
import type { Findings } from "./findings.ts";

/** Runs a parser; the problem it stops at becomes a finding. */
export function attempt<T>(parse: () => T, findings: Findings): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    findings.error(error.id, error.at, error.message);
    return undefined;
  }
}
