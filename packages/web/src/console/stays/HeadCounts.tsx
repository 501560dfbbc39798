import type { StayList } from "@twinline/api";
import type { ReactNode } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useText, useTexts } from "../../ui/language.ts";
import { useDesk } from "../shell/desk.ts";
import { type StayListName, stayLists } from "./stay-search.ts";

type Props = {
  readonly counts: StayList["counts"];
  readonly list: StayListName;
  readonly onList: (list: StayListName) => void;
};

/** The figures that everything else answers to, by list and by side; a press shows the rows behind one. */
export function HeadCounts({ counts, list, onList }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const sideName = useSideName();
  return (
    <div className="counts">
      {stayLists.map((one) => (
        <ToggleButton key={one} className="count" isSelected={one === list} onChange={() => onList(one)}>
          <strong>{formatInteger(locale, counts[one])}</strong>
          <span>{text(`console.stays.${one}`)}</span>
        </ToggleButton>
      ))}
      <dl className="count-sides">
        {Object.entries(counts.bySide).map(([side, count]) => (
          <div key={side}>
            <dt>{sideName(side)}</dt>
            <dd>{formatInteger(locale, count)}</dd>
          </div>
        ))}
        <div>
          <dt>{text("console.stays.vehicles")}</dt>
          <dd>{formatInteger(locale, counts.vehicles)}</dd>
        </div>
      </dl>
    </div>
  );
}

/** A side is named after its gate, as people inside know it. */
function useSideName(): (side: string) => string {
  const { status } = useDesk();
  const word = useTexts();
  return (side) => {
    const label = status.gates.find((gate) => gate.side === side)?.label;
    return label ? word(label) : side.toUpperCase();
  };
}
