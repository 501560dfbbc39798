import { Link } from "@tanstack/react-router";
import type { ProposalRow, ReplayRow } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { ask } from "../../link/ask.ts";
import { resultOf } from "../../sign-in/access.ts";
import { Button } from "../../ui/Button.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { Segmented } from "../../ui/Segmented.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { ProblemLine } from "../asking/ProblemLine.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { useLabText } from "../lab/lab-text.ts";

const SIZES = [20_000, 100_000, 1_000_000, 10_000_000];
const USUAL = 100_000;

type History = "journal" | "generated";
type Props = { readonly proposals: readonly ProposalRow[]; readonly chosen: string | undefined };

/** Which reform over which history, and whether people are assumed to answer the price. */
export function AskReplay({ proposals, chosen }: Props): ReactNode {
  const text = useLabText();
  const word = useText();
  const { locale } = useLanguage();
  const [proposal, setProposal] = useState(chosen ?? "");
  const [history, setHistory] = useState<History>("journal");
  const [passages, setPassages] = useState(USUAL);
  const [elasticity, setElasticity] = useState("");
  const { run, isBusy, problem } = useDeed("replays");
  const thousandths = readElasticity(elasticity);
  const known = proposals.find(({ hash }) => hash === proposal) ?? proposals[0];
  if (known === undefined)
    return (
      <p className="lab-panel">
        {text("replay.proposal.none")} <Link to="/studio">{word("console.studio")}</Link>
      </p>
    );
  const start = (): Promise<ReplayRow | undefined> =>
    run(async () => {
      const body = {
        proposal: known.hash,
        history,
        ...(history === "generated" ? { passages } : {}),
        ...(typeof thousandths === "number" ? { elasticity: thousandths } : {}),
      };
      return resultOf(await ask("replayAdd", { body, key: crypto.randomUUID() }));
    });
  return (
    <section className="lab-panel" aria-label={text("replay.ask")}>
      <h2>{text("replay.ask")}</h2>
      <div className="lab-form">
        <Select
          label={text("replay.proposal")}
          value={known.hash}
          onChange={setProposal}
          empty=""
          options={proposals.map(({ hash, name, entry }) => ({
            value: hash,
            label: `${name} · № ${formatInteger(locale, entry)}`,
          }))}
        />
        <HistoryFields history={history} setHistory={setHistory} passages={passages} setPassages={setPassages} />
        <TextField
          label={text("replay.elasticity")}
          value={elasticity}
          onChange={setElasticity}
          hint={text("replay.elasticity.hint")}
          inputMode="decimal"
          maxLength={7}
          error={thousandths === "wrong" ? text("replay.elasticity.wrong") : undefined}
        />
        <Button tone="primary" isDisabled={isBusy || thousandths === "wrong"} onPress={() => void start()}>
          {text("replay.start")}
        </Button>
      </div>
      <p className="quiet">{text(history === "journal" ? "replay.journal-note" : "replay.generated-note")}</p>
      <ProblemLine problem={problem} />
    </section>
  );
}

type HistoryProps = {
  readonly history: History;
  readonly setHistory: (history: History) => void;
  readonly passages: number;
  readonly setPassages: (passages: number) => void;
};

/** What this node recorded, or made-up traffic of a size. */
function HistoryFields({ history, setHistory, passages, setPassages }: HistoryProps): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  return (
    <>
      <Segmented<History>
        label={text("replay.history")}
        value={history}
        onChange={setHistory}
        options={[
          { value: "journal", label: text("replay.history.journal") },
          { value: "generated", label: text("replay.history.generated") },
        ]}
      />
      {history === "generated" ? (
        <Select
          label={text("replay.passages")}
          value={String(passages)}
          onChange={(value) => setPassages(Number(value))}
          empty=""
          options={SIZES.map((size) => ({ value: String(size), label: formatInteger(locale, size) }))}
        />
      ) : null}
    </>
  );
}

/** Thousandths of an elasticity as it is typed, with point or comma. */
function readElasticity(typed: string): number | "none" | "wrong" {
  const written = typed.trim().replace(",", ".").replace("\u2212", "-");
  if (written === "") return "none";
  if (!/^-?\d{1,2}(\.\d{1,3})?$/.test(written)) return "wrong";
  const thousandths = Math.round(Number(written) * 1000);
  return Math.abs(thousandths) <= 10_000 ? thousandths : "wrong";
}
