import type { MatterDetail, Reason } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useText, useTexts } from "../../ui/language.ts";
import { problemOf } from "../asking/asked.ts";
import { ProblemLine } from "../asking/ProblemLine.tsx";
import { useWhen } from "../shell/use-when.ts";
import { boardWord, useBoardText } from "../supervision/board-text.ts";
import { EntryLines } from "./EntryLines.tsx";
import { OpenCase } from "./OpenCase.tsx";
import { SidePanel } from "./SidePanel.tsx";
import { useMatter } from "./use-cases.ts";

type Props = {
  readonly about: MatterDetail["matter"]["about"];
  readonly root: number;
  readonly name: string;
  readonly onCase: (id: string) => void;
  readonly onClose: () => void;
};

/** An overstay or a passage without its pair with all that proves it, and one press to a case that rests on it. */
export function MatterPanel({ about, root, name, onCase, onClose }: Props): ReactNode {
  const ui = useText();
  const { data, error } = useMatter(`${about}-${root}`);
  return (
    <SidePanel title={name || ui("console.destroyed")} onClose={onClose}>
      <ProblemLine problem={problemOf(error)} />
      {data ? <Told detail={data} onCase={onCase} /> : error ? null : <p className="quiet">{ui("console.loading")}</p>}
    </SidePanel>
  );
}

function Told({ detail, onCase }: { readonly detail: MatterDetail; readonly onCase: Props["onCase"] }): ReactNode {
  const { about, root, nationality, gate, since } = detail.matter;
  const text = useBoardText();
  const when = useWhen();
  const standing = detail.overstay && text(detail.overstay.isInside ? "matter.inside" : "matter.left");
  const seen = `${text(about === "overstay" ? "case.entered" : "case.seen")}: ${when.moment(since)}`;
  return (
    <>
      <p className="capacity-advice">
        <Headline detail={detail} />
      </p>
      <p className="quiet">{[standing, nationality, gate, seen].filter((one) => one).join(" · ")}</p>
      <Rule reasons={detail.reasons} />
      <EntryLines title={text("case.evidence")} rows={detail.evidence} />
      <OpenCase
        about={about}
        root={root}
        known={detail.matter.case}
        mayOpen={detail.may.includes("open")}
        onCase={onCase}
      />
    </>
  );
}

/** The days as the limit counts them, or what is missing. */
function Headline({ detail: { matter, overstay, unpaired } }: { readonly detail: MatterDetail }): ReactNode {
  const { locale } = useLanguage();
  const text = useBoardText();
  const { daysOver, mismatch = "" } = matter;
  const over =
    daysOver === undefined ? [] : [text("case.over", { n: daysOver, days: formatInteger(locale, daysOver) })];
  if (overstay) {
    const { days, most, limit } = overstay;
    return [text(limit === "window" ? "matter.window" : "matter.days", { days, most }), ...over].join(" · ");
  }
  return over[0] ?? (unpaired ? text(`matter.${unpaired}`) : boardWord(text, "mismatch", mismatch));
}

/** What the law said of the passage when it was decided, and the provisions that this rests on. */
function Rule({ reasons }: { readonly reasons: readonly Reason[] }): ReactNode {
  const text = useBoardText();
  const word = useTexts();
  if (reasons.length === 0) return null;
  return (
    <section>
      <h3>{text("matter.rule")}</h3>
      {reasons.map(({ rule, text: said, citations }) => (
        <div key={rule}>
          <p>{word(said)}</p>
          <ul className="case-list quiet">
            {citations.map(({ provision, cite, confidence }) => (
              <li key={provision}>
                {word(cite)}
                {confidence === "high" ? null : <span>{boardWord(text, "confidence", confidence)}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
