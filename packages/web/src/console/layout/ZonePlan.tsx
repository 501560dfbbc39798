import type { BoardAnswer, LayoutAnswer, LayoutGate } from "@twinline/api";
import type { CSSProperties, ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useTexts } from "../../ui/language.ts";
import { useWhen } from "../shell/use-when.ts";
import { localMinute } from "../supervision/board-search.ts";
import { boardWord, useBoardText } from "../supervision/board-text.ts";
import { LanePlan } from "../supervision/LanePlan.tsx";
import { Block, Source, Unplaced } from "./Blocks.tsx";

type Place = LayoutAnswer["sides"][number]["at"];
type Props = { readonly layout: LayoutAnswer; readonly board: BoardAnswer };

/** Where a rectangle of the plan stands in the grid that draws it. */
function spot({ x, y, width, height }: Place): CSSProperties {
  return { gridColumn: `${x + 1} / span ${width}`, gridRow: `${y + 1} / span ${height}` };
}

/** The two halves between their gates, west on the left, with everything whose place is held. */
export function ZonePlan({ layout, board }: Props): ReactNode {
  const text = useBoardText();
  const { columns, rows } = layout.plan;
  const gates = (edge: LayoutGate["edge"]) =>
    layout.gates.filter((one) => one.edge === edge).map((gate) => <Gate key={gate.gate} gate={gate} board={board} />);
  return (
    <div className="plan-zone">
      <div className="plan-gates">{gates("west")}</div>
      <div className="plan-inside">
        <div
          className="plan-grid"
          style={{
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            gridTemplateRows: `repeat(${rows}, minmax(52px, auto))`,
          }}
        >
          {layout.sides.map((side) => (
            <Half key={side.side} side={side} board={board} />
          ))}
          {layout.blocks.map((block) =>
            block.at === undefined ? null : (
              <div key={block.block} className="plan-block" style={spot(block.at)}>
                <Block block={block} />
              </div>
            ),
          )}
        </div>
        <p className="plan-border">{text("plan.border")}</p>
        <Unplaced blocks={layout.blocks} />
      </div>
      <div className="plan-gates">{gates("east")}</div>
    </div>
  );
}

/** One country's part and how many came in by its gate; the other side's count is its own node's. */
function Half({ side, board }: { readonly side: LayoutAnswer["sides"][number]; readonly board: BoardAnswer }) {
  const { locale } = useLanguage();
  const text = useBoardText();
  const word = useTexts();
  const count = board.inside.bySide[side.side];
  return (
    <section className="plan-half" style={spot(side.at)} aria-label={word(side.title)}>
      <h2>{word(side.title)}</h2>
      <p>
        {count === undefined
          ? text("plan.inside.none")
          : text("plan.inside.here", { count: formatInteger(locale, count) })}
      </p>
    </section>
  );
}

/** A gate on the second line: its lanes live where this node keeps them, else as many as the file knows. */
function Gate({ gate, board }: { readonly gate: LayoutGate; readonly board: BoardAnswer }): ReactNode {
  const { locale } = useLanguage();
  const text = useBoardText();
  const word = useTexts();
  const when = useWhen();
  const own = board.lanes.filter((lane) => lane.gate === gate.gate);
  const { halls } = gate;
  return (
    <section className="plan-gate" aria-label={word(gate.label)}>
      <h2>{word(gate.label)}</h2>
      <p className="plan-source">{text("plan.second")}</p>
      {own.length > 0 ? (
        <LanePlan lanes={own} since={localMinute(board.since, when.zone)} />
      ) : (
        <>
          <ul>
            {gate.lines.map(({ line, lanes }) => (
              <li key={line}>
                {text("plan.lanes", { count: formatInteger(locale, lanes), line: boardWord(text, "line", line) })}
              </li>
            ))}
          </ul>
          <p className="plan-source">{text("plan.other")}</p>
        </>
      )}
      {halls ? (
        <>
          <p className="plan-source">
            {halls.count === undefined
              ? text("plan.halls.unknown")
              : text("plan.halls", { count: formatInteger(locale, halls.count) })}
          </p>
          <p className="plan-source">
            {word(halls.note)} (<Source of={halls} />)
          </p>
        </>
      ) : null}
    </section>
  );
}
