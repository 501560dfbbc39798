import type { PassageAnswer, Verdict } from "@twinline/api";
import { useState } from "react";
import { ask } from "../link/ask.ts";
import { resultOf, signAsSecond } from "../sign-in/access.ts";
import { overrideDeed } from "./override-content.ts";
import type { Post } from "./post.ts";
import type { OverrideView } from "./view.ts";

/** Two officers against the rules (P26): the second signs for exactly this deed, then it is asked for. */
export function useOverride({ signer }: Post, onDone: (answer: PassageAnswer) => void) {
  const [view, setView] = useState<OverrideView>({ busy: false });
  const override = async (answer: PassageAnswer, verdict: Verdict, reason: string, code?: string): Promise<void> => {
    setView({ busy: true, ground: reason });
    const number = String(answer.receipt.number);
    const second = await signAsSecond(overrideDeed({ answer, verdict, reason }), code, { signer });
    if (second.kind === "problem") return setView({ busy: false, ground: reason, problem: second.problem });
    const body = { verdict, reason, second: second.value.token };
    const done = resultOf(await ask("override", { params: { number }, body, key: crypto.randomUUID(), signer }));
    if (done.kind === "problem") return setView({ busy: false, ground: reason, problem: done.problem });
    setView({ busy: false });
    onDone(done.value);
  };
  return { view, override, reset: () => setView({ busy: false }) };
}
