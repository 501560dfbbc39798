import { formatAge, formatInteger, type Locale } from "../format/index.ts";
import type { Text } from "../ui/language.ts";
import { problemText } from "../ui/problem-text.ts";
import type { Phase } from "./gate-state.ts";
import type { NodeView } from "./node-view.ts";

type Words = { readonly head: string; readonly sentence: string };

/** What the banner says while there is no verdict. */
export function quietWords(
  { state: { phase }, node }: { readonly state: { readonly phase: Phase }; readonly node: NodeView },
  locale: Locale,
  text: Text,
): Words {
  switch (phase.kind) {
    case "waiting":
      return waitingWords(node, locale, text);
    case "reading":
      return { head: text("gate.quiet.reading"), sentence: text("gate.quiet.reading.more") };
    case "declaring":
      return { head: text("gate.quiet.declaring"), sentence: text("gate.quiet.declaring.more") };
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
  if (node.step !== "node-cut") return { head: text("gate.quiet.waiting"), sentence: text("gate.quiet.waiting.more") };
  return { head: text("gate.quiet.cut"), sentence: cutSentence(node, locale, text) };
}

function askingWords(phase: Extract<Phase, { kind: "asking" }>, node: NodeView, locale: Locale, text: Text): Words {
  if (!phase.trouble) return { head: text("gate.quiet.asking"), sentence: text("gate.quiet.asking.more") };
  if (phase.trouble.kind === "unreached")
    return { head: text("gate.quiet.cut"), sentence: cutSentence(node, locale, text) };
  const tries = formatInteger(locale, phase.trouble.tries);
  return { head: text("gate.quiet.busy"), sentence: text("gate.quiet.busy.more", { tries }) };
}

function cutSentence(node: NodeView, locale: Locale, text: Text): string {
  if (node.openCount === 0) return text("gate.quiet.cut.more");
  const count = formatInteger(locale, node.openCount);
  const age = formatAge(locale, node.openAge ?? 0);
  return `${text("gate.quiet.cut.more")} ${text("gate.quiet.cut.open", { count, age })}`;
}
