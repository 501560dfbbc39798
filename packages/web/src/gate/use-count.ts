import { useState } from "react";
import { ask } from "../link/ask.ts";
import { resultOfRecorded } from "../sign-in/access.ts";
import type { Post } from "./post.ts";

/** How the last count of this duty stands. */
export type Counted = { readonly people: number; readonly state: "busy" | "failed" } | CountedAt;
type CountedAt = { readonly people: number; readonly state: "done"; readonly at: string };

/** Counting those who wait before the glass; absent for an officer who may not. */
export type Counting = { readonly last?: Counted; readonly count: (people: number) => void };

/**
 * One press, one entry. A count is of this moment: one that did not reach the node is told and not sent later, for then it
 * would be of another.
 */
export function useCount({ gate, signer, session }: Post): Counting | undefined {
  const [last, setLast] = useState<Counted>();
  const record = async (people: number): Promise<void> => {
    setLast({ people, state: "busy" });
    const body = { gate, waiting: people };
    const done = resultOfRecorded(await ask("queueCount", { body, key: crypto.randomUUID(), signer }));
    setLast(
      done.kind === "problem" ? { people, state: "failed" } : { people, state: "done", at: done.value.receipt.at },
    );
  };
  if (!session.may.includes("capacity.count")) return undefined;
  return { ...(last && { last }), count: (people) => void (last?.state === "busy" ? undefined : record(people)) };
}
