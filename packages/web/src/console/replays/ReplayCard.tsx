import { Link } from "@tanstack/react-router";
import type { ReplayRow } from "@twinline/api";
import { type ReactNode, useId } from "react";
import { formatInteger, formatPermille } from "../../format/index.ts";
import { ask } from "../../link/ask.ts";
import { resultOf } from "../../sign-in/access.ts";
import { Button } from "../../ui/Button.tsx";
import { useLanguage } from "../../ui/language.ts";
import { ProblemLine } from "../asking/ProblemLine.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { useLabText, wordOr } from "../lab/lab-text.ts";

/** A replay that waits or runs: how far it is, and the way to stop it. */
export function RunningReplay({ row, mayCancel }: { readonly row: ReplayRow; readonly mayCancel: boolean }): ReactNode {
  const text = useLabText();
  const id = useId();
  const { locale } = useLanguage();
  const { run, isBusy, problem } = useDeed("replays");
  const { name, state, phase, done, total } = row;
  const permille = total === 0 ? 0 : Math.min(1000, Math.floor((done * 1000) / total));
  const words =
    state === "waiting" ? text("replay.waits") : text(`replay.phase.${phase === "replay" ? "replay" : "history"}`);
  const cancel = () =>
    run(async () =>
      resultOf(await ask("replayCancel", { params: { id: row.id }, body: {}, key: crypto.randomUUID() })),
    );
  return (
    <li className="lab-progress">
      <span id={id}>
        <strong>{name}</strong> · {words}
        {total > 0 ? ` · ${formatInteger(locale, done)} / ${formatInteger(locale, total)}` : ""}
      </span>
      <span className="found">{total > 0 ? formatPermille(locale, permille) : ""}</span>
      <progress aria-labelledby={id} max={1000} value={permille} />
      {mayCancel ? (
        <Button isDisabled={isBusy} onPress={() => void cancel()}>
          {text("replay.cancel")}
        </Button>
      ) : null}
      <ProblemLine problem={problem} />
    </li>
  );
}

/** What became of a replay: the way to its report, or why there is none. */
export function ReplayOutcome({ row }: { readonly row: ReplayRow }): ReactNode {
  const text = useLabText();
  if (row.state === "done")
    return (
      <Link to="/replays/$id" params={{ id: row.id }}>
        {text("replay.report")}
      </Link>
    );
  if (row.state !== "failed") return text(`replay.state.${row.state}`);
  const why = wordOr(text, `replay.problem.${row.problem ?? ""}`, row.message ?? row.problem ?? "");
  return text("replay.failed", { why });
}
