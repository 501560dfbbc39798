import type { CaseCandidate, CaseSubject, RunnerList, RunnerRow } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { ask } from "../../link/ask.ts";
import { resultOfRecorded } from "../../sign-in/access.ts";
import { Button } from "../../ui/Button.tsx";
import { useLanguage, useText, useTexts } from "../../ui/language.ts";
import { ProblemLine } from "../asking/ProblemLine.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { useWhen } from "../shell/use-when.ts";
import { boardWord, caseName, useBoardText } from "../supervision/board-text.ts";
import { EntryLinks } from "./EntryLinks.tsx";
import { SidePanel } from "./SidePanel.tsx";

type MatterProps = {
  readonly mayOpen: boolean;
  readonly onCase: (id: string) => void;
  readonly onClose: () => void;
};

/** A score with every trait it has, seen or not, and what each weighs: nothing about it is hidden. */
export function RunnerPanel(
  props: MatterProps & { readonly runner: RunnerRow; readonly weights: RunnerList["weights"] },
): ReactNode {
  const { runner, weights } = props;
  const { locale } = useLanguage();
  const text = useBoardText();
  const ui = useText();
  const word = useTexts();
  const count = (n: number): string => formatInteger(locale, n);
  return (
    <SidePanel title={runner.name || ui("console.destroyed")} onClose={props.onClose}>
      <p className="capacity-advice">{text("runner.of", { score: runner.score })}</p>
      <p className="quiet">{text("runner.no-verdict")}</p>
      <ul className="case-score">
        {weights.map(({ trait, label, points, from, full }) => {
          const seen = runner.reasons.find((one) => one.trait === trait);
          return (
            <li key={trait}>
              <span>
                {seen ? (
                  <strong>{text("runner.trait", { what: word(label), n: count(seen.value) })}</strong>
                ) : (
                  word(label)
                )}
              </span>
              <span>{text("runner.points", { points: seen?.points ?? 0, most: points })}</span>
              <small>{text("runner.weight", { from, full })}</small>
            </li>
          );
        })}
      </ul>
      <section>
        <h3>{text("case.evidence")}</h3>
        <EntryLinks numbers={runner.evidence} />
      </section>
      <OpenCase about="runner" root={runner.root} known={runner.case} {...props} />
    </SidePanel>
  );
}

export function CandidatePanel(props: MatterProps & { readonly matter: CaseCandidate }): ReactNode {
  const { about, root, name, nationality, gate, since, daysOver, mismatch } = props.matter;
  const { locale } = useLanguage();
  const text = useBoardText();
  const ui = useText();
  const when = useWhen();
  return (
    <SidePanel title={name || ui("console.destroyed")} onClose={props.onClose}>
      <p className="capacity-advice">
        {daysOver === undefined
          ? boardWord(text, "mismatch", mismatch ?? "")
          : text("case.over", { n: daysOver, days: formatInteger(locale, daysOver) })}
      </p>
      <p className="quiet">
        {[nationality, gate, `${text(about === "overstay" ? "case.entered" : "case.seen")}: ${when.moment(since)}`]
          .filter((one) => one !== "")
          .join(" · ")}
      </p>
      <section>
        <h3>{text("case.evidence")}</h3>
        <EntryLinks numbers={[root]} />
      </section>
      <OpenCase about={about} root={root} known={props.matter.case} {...props} />
    </SidePanel>
  );
}

type OpenProps = MatterProps & {
  readonly about: CaseSubject;
  readonly root: number;
  readonly known: string | undefined;
};

function OpenCase({ about, root, known, mayOpen, onCase }: OpenProps): ReactNode {
  const text = useBoardText();
  const { run, isBusy, problem } = useDeed("cases");
  const open = async (): Promise<void> => {
    const question = { body: { about, root }, key: crypto.randomUUID() };
    if (await run(async () => resultOfRecorded(await ask("caseOpen", question)))) onCase(`${about}-${root}`);
  };
  if (known !== undefined)
    return <Button onPress={() => onCase(known)}>{`${text("case.go")}: ${caseName(text, about, known)}`}</Button>;
  if (!mayOpen) return null;
  return (
    <>
      <ProblemLine problem={problem} />
      <Button tone="primary" isDisabled={isBusy} onPress={() => void open()}>
        {text("case.open")}
      </Button>
    </>
  );
}
