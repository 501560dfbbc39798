import { Link } from "@tanstack/react-router";
import type { ReasonRow } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage } from "../../ui/language.ts";
import { OutcomeMark } from "../entries/OutcomeMark.tsx";
import { useMay } from "../shell/desk.ts";

type Props = {
  readonly rows: readonly ReasonRow[];
  readonly kind: "passage" | "override";
  readonly since: string;
  readonly word: (reason: string) => string;
  readonly empty: string;
};

/** Reasons by how often they stood, each with a bar; a press shows the newest such entry among all of them. */
export function ReasonBars({ rows, kind, since, word, empty }: Props): ReactNode {
  const { locale } = useLanguage();
  const may = useMay();
  const most = Math.max(1, ...rows.map(({ count }) => count));
  if (rows.length === 0) return <p className="quiet">{empty}</p>;
  return (
    <ul className="board-reasons">
      {rows.map(({ outcome, reason, count, newest }) => {
        const inside = (
          <>
            <span className="board-reason-word">{word(reason)}</span>
            <strong>{formatInteger(locale, count)}</strong>
          </>
        );
        const search = { kind, reason, verdict: outcome as "refuse", since, open: newest };
        return (
          <li key={`${outcome} ${reason}`}>
            <OutcomeMark outcome={outcome} />
            {may("entry.list") ? (
              <Link to="/entries" search={search}>
                {inside}
              </Link>
            ) : (
              <div>{inside}</div>
            )}
            <meter min={0} max={most} value={count} aria-hidden="true" />
          </li>
        );
      })}
    </ul>
  );
}
