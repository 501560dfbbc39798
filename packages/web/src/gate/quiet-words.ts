import { formatAge, formatInteger, type Locale } from "../format/index.ts";
import type { Text } from "../ui/language.ts";
import { problemText } from "../ui/problem-text.ts";
import type { GateState, Phase } from "./gate-state.ts";
import type { NodeView } from "./node-view.ts";

type Words = { readonly head: string; readonly sentence: string };

/** What the banner says while there is no verdict. */
export function quietWords(
  { state, node }: { readonly state: Pick<GateState, "phase" | "direction" | "pass">; readonly node: NodeView },
  locale: Locale,
  text: Text,
): Words {
  const { phase } = state;
  switch (phase.kind) {
    case "waiting":
      return waitingWords(node, locale, text);
    case "reading":
      return { head: text("gate.quiet.reading"), sentence: text("gate.quiet.reading.more") };
    case "declaring":
      return {
        head: text("gate.quiet.declaring"),
        sentence: text(wantsPass(state, node) ? "gate.quiet.pass.more" : "gate.quiet.declaring.more"),
      };
    case "asking":
      return askingWords(phase, node, locale, text);
    case "decided":
      return { head: "", sentence: "" };
    case "nothing":
      return {
        head: text(phase.problem ? "gate.quiet.problem" : "gate.quiet.nothing"),
        sentence: phase.problem ? problemText(phase.problem, locale, text) : text("gate.quiet.nothing.more"),
      };
  }
}

function waitingWords(node: NodeView, locale: Locale, text: Text): Words {
  if (node.step === "closed") return { head: text("gate.quiet.closed"), sentence: text("gate.quiet.closed.more") };
  if (node.packAge !== undefined) {
    const age = formatAge(locale, node.packAge);
    const isPast = node.step === "grace-over";
    return {
      head: text("gate.quiet.waiting"),
      sentence: isPast ? text("gate.quiet.grace.more") : text("gate.quiet.away.more", { age }),
    };
  }
  if (node.step !== "node-cut") return { head: text("gate.quiet.waiting"), sentence: text("gate.quiet.waiting.more") };
  return { head: text("gate.quiet.cut"), sentence: cutSentence(node, locale, text) };
}

/** Without the node only the pass says who is inside. */
function wantsPass({ direction, pass }: Pick<GateState, "direction" | "pass">, node: NodeView): boolean {
  return node.packAge !== undefined && direction === "out" && pass === undefined;
}

function askingWords(phase: Extract<Phase, { kind: "asking" }>, node: NodeView, locale: Locale, text: Text): Words {
  if (!phase.trouble) return { head: text("gate.quiet.asking"), sentence: text("gate.quiet.asking.more") };
  if (phase.trouble.kind === "unreached")
    return { head: text("gate.quiet.cut"), sentence: cutSentence(node, locale, text) };
  const tries = formatInteger(locale, phase.trouble.tries);
  return { head: text("gate.quiet.busy"), sentence: text("gate.quiet.busy.more", { tries }) };
}

function cutSentence(node: NodeView, locale: Locale, text: Text): string {
  if (node.openCount === 0) return text("gate.quiet.paper.more");
  const count = formatInteger(locale, node.openCount);
  const age = formatAge(locale, node.openAge ?? 0);
  return `${text("gate.quiet.cut.more")} ${text("gate.quiet.cut.open", { count, age })}`;
}
