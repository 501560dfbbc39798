import type { Problem, Session, Status } from "@twinline/api";
import { ask, type Question } from "../link/ask.ts";
import { resultOf, signInByLink } from "./access.ts";
import { linkToken } from "./one-time-link.ts";

const RETRY_MS = 3_000;

/** Who is signed in; nobody when both are absent. */
export type Begun = { readonly session?: Session; readonly problem?: Problem };

/** By the one-time link that the page was opened with, if any, else the session that this browser already has. */
export async function beginSession(signing: Pick<Question, "signer"> = {}): Promise<Begun> {
  const token = linkToken(location.hash);
  if (token) {
    history.replaceState(null, "", location.pathname + location.search);
    const linked = await signInByLink(token, signing);
    return linked.kind === "ok" ? { session: linked.value } : { problem: linked.problem };
  }
  const reply = await ask("session", signing);
  return reply.kind === "ok" ? { session: reply.value } : {};
}

/** Asks the node how it is until it answers; a page may well open before its node. Undefined when it was left. */
export async function askStatus(
  onProblem: (problem: Problem) => void,
  signal: AbortSignal,
): Promise<Status | undefined> {
  while (!signal.aborted) {
    const status = resultOf(await ask("status"));
    if (status.kind === "ok") return status.value;
    onProblem(status.problem);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  return undefined;
}
