import type { SealsPrinted } from "@twinline/api";
import { ask } from "../link/ask.ts";
import { type Result, resultOf } from "../sign-in/access.ts";
import type { SendPaper } from "./PaperDialog.tsx";
import type { Post } from "./post.ts";
import type { GateActions } from "./view.ts";

/** Reason that stands for every verdict written by hand: the paper gives no other. */
const ON_PAPER = "on_paper";

/** What a gate does with paper: prints numbered seals, and keys in what was written on them. */
export function paperDeeds(post: Post): Pick<GateActions, "sendPaper" | "printSeals"> {
  return { sendPaper: paperSender(post), printSeals: sealPrinter(post) };
}

/** Keys in what was written on a seal; the node tells a number that came before. */
function paperSender({ gate, lane, signer }: Post): SendPaper {
  return async ({ seal, at, verdict }, passage) => {
    const body = { seal, at, passage: { ...passage, gate, lane }, verdict, reason: ON_PAPER };
    return resultOf(await ask("paperPassage", { body, key: crypto.randomUUID(), signer }));
  };
}

export type Printed = Result<SealsPrinted>;

/** Takes so many seals into the node's register; only what stands there is printed. */
function sealPrinter({ gate, lane, signer }: Post): (count: number) => Promise<Printed> {
  return async (count) => {
    const body = { gate, lane, count };
    return resultOf(await ask("sealPrint", { body, key: crypto.randomUUID(), signer }));
  };
}
