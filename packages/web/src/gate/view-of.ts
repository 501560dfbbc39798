import type { CodeLists, ExplanationLine, Status } from "@twinline/api";
import type { Rulebook } from "./node-view.ts";
import { noticesOf } from "./notices.ts";
import type { Post } from "./post.ts";
import type { GateView, Notice } from "./view.ts";

type Parts = Pick<GateView, "state" | "node" | "sales" | "holds" | "recent" | "printer" | "sound" | "override"> & {
  readonly post: Post;
  readonly status: Status;
  readonly changed: readonly Rulebook[];
  readonly news: readonly Notice[];
  readonly codes: CodeLists | undefined;
  readonly working: readonly ExplanationLine[] | undefined;
};

/** Puts the live gate's parts together into what the screen shows. */
export function viewOf({ post, status, changed, news, codes, working, ...parts }: Parts): GateView {
  return {
    ...parts,
    gateLabel: labelOf(status, post.gate),
    lane: post.lane,
    officer: post.session.officer.number,
    timeZone: status.timeZone ?? "UTC",
    languages: status.languages ?? [],
    notices: noticesOf(parts.node, changed, news, parts.printer),
    offersCode: status.demonstration ?? !post.session.passkey,
    ...(codes && { codes }),
    ...(working && { working }),
  };
}

function labelOf(status: Status, gate: string): GateView["gateLabel"] {
  return status.gates.find((one) => one.gate === gate)?.label ?? { zh: gate, kk: gate, ru: gate, en: gate };
}
