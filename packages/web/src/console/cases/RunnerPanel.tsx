import type { RunnerList, RunnerRow } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useText, useTexts } from "../../ui/language.ts";
import { useBoardText } from "../supervision/board-text.ts";
import { EntryLinks } from "./EntryLinks.tsx";
import { OpenCase } from "./OpenCase.tsx";
import { SidePanel } from "./SidePanel.tsx";

type Props = {
  readonly runner: RunnerRow;
  readonly weights: RunnerList["weights"];
  readonly mayOpen: boolean;
  readonly onCase: (id: string) => void;
  readonly onClose: () => void;
};

/** A score with every trait it has, seen or not, and what each weighs: nothing about it is hidden. */
export function RunnerPanel({ runner, weights, mayOpen, onCase, onClose }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useBoardText();
  const ui = useText();
  const word = useTexts();
  const count = (n: number): string => formatInteger(locale, n);
  return (
    <SidePanel title={runner.name || ui("console.destroyed")} onClose={onClose}>
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
      <OpenCase about="runner" root={runner.root} known={runner.case} mayOpen={mayOpen} onCase={onCase} />
    </SidePanel>
  );
}
