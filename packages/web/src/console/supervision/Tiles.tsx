import { Link } from "@tanstack/react-router";
import type { BoardAnswer } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useText } from "../../ui/language.ts";
import { VerdictShape } from "../../ui/VerdictShape.tsx";
import { useMay } from "../shell/desk.ts";
import { useBoardText } from "./board-text.ts";

type Props = { readonly board: BoardAnswer; readonly since: string };

const verdicts = ["admit", "refer", "refuse"] as const;
/** Figures of who is inside, and the list behind each. */
const standing = [
  ["people", "inside"],
  ["overstay", "overstay"],
  ["mismatch", "mismatch"],
] as const;

/** The figures that everything else answers to; each leads to what stands behind it. */
export function Tiles({ board, since }: Props): ReactNode {
  const text = useBoardText();
  const ui = useText();
  const may = useMay();
  const search = (more: object) => ({ kind: "passage", since, ...more });
  return (
    <ul className="board-tiles">
      {standing.map(([key, list]) => (
        <Tile key={key} label={text(`tile.${key}`)} value={board.inside[key]}>
          {may("stay.list") ? { to: "/stays", search: { list } } : undefined}
        </Tile>
      ))}
      <Tile label={text("tile.vehicles")} value={board.inside.vehicles}>
        {undefined}
      </Tile>
      {verdicts.map((verdict) => (
        <Tile key={verdict} label={ui(`ui.verdict.${verdict}`)} value={board.counts[verdict]} verdict={verdict}>
          {may("entry.list") ? { to: "/entries", search: search({ verdict }) } : undefined}
        </Tile>
      ))}
      <Tile label={text("tile.overridden")} value={board.overridden}>
        {may("entry.list") ? { to: "/entries", search: { kind: "override", since } } : undefined}
      </Tile>
    </ul>
  );
}

type TileProps = {
  readonly label: string;
  readonly value: number;
  readonly verdict?: (typeof verdicts)[number];
  /** Where the press leads; a figure whose entries the officer may not read leads nowhere. */
  readonly children: { readonly to: "/stays" | "/entries"; readonly search: object } | undefined;
};

function Tile({ label, value, verdict, children: to }: TileProps): ReactNode {
  const { locale } = useLanguage();
  const inside = (
    <>
      <strong>
        {verdict ? (
          <span className="board-shape" data-verdict={verdict}>
            <VerdictShape verdict={verdict} size={20} />
          </span>
        ) : null}
        {formatInteger(locale, value)}
      </strong>
      <span>{label}</span>
    </>
  );
  return (
    <li>
      {to ? (
        <Link className="board-tile" to={to.to} search={to.search}>
          {inside}
        </Link>
      ) : (
        <div className="board-tile">{inside}</div>
      )}
    </li>
  );
}
