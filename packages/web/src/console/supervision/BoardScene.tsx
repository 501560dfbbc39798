import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { BoardAnswer } from "@twinline/api";
import { type ReactNode, useMemo } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useText, useTexts } from "../../ui/language.ts";
import { Segmented } from "../../ui/Segmented.tsx";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { useCodeLabel } from "../asking/use-code-label.ts";
import { useReasonWord } from "../entries/use-reason-word.ts";
import { Legend, Picture } from "../lab/Picture.tsx";
import { useDesk, useMay } from "../shell/desk.ts";
import { useWhen } from "../shell/use-when.ts";
import { type BoardSearch, localMinute, spans } from "./board-search.ts";
import { useBoardText } from "./board-text.ts";
import { flowInks, flowPicture } from "./flow-picture.ts";
import { LanePlan } from "./LanePlan.tsx";
import { LaneTable } from "./LaneTable.tsx";
import { ReasonBars } from "./ReasonBars.tsx";
import { Tiles } from "./Tiles.tsx";
import { useBoard } from "./use-board.ts";
import { WaitStrip } from "./WaitStrip.tsx";
import "../lab/lab.css";
import "./supervision.css";

const USUAL = 60;

/** The duty officer's board: what happens at the gates now, every figure with the entries behind it. */
export function BoardScene(): ReactNode {
  const text = useBoardText();
  const when = useWhen();
  const search = useSearch({ from: "/board" });
  const navigate = useNavigate({ from: "/board" });
  const minutes = search.minutes ?? USUAL;
  const query = useBoard(minutes);
  const { data: board } = query;
  const change = (next: BoardSearch): void => void navigate({ search: next, replace: true });
  return (
    <Scene
      title={text("board.title")}
      asking={askingOf(query)}
      aside={
        <div className="scene-acts">
          {board ? <span className="quiet">{text("board.as-of", { time: when.time(board.asOf) })}</span> : null}
          <Segmented
            label={text("board.span")}
            value={String(minutes)}
            options={spans.map((span) => ({ value: String(span), label: text(`board.span.${span}`) }))}
            onChange={(span) => change({ ...search, minutes: spans.find((one) => String(one) === span) ?? USUAL })}
          />
        </div>
      }
    >
      {board ? <Board board={board} search={search} onChange={change} /> : null}
    </Scene>
  );
}

type BoardProps = {
  readonly board: BoardAnswer;
  readonly search: BoardSearch;
  readonly onChange: (search: BoardSearch) => void;
};

function Board({ board, search, onChange }: BoardProps): ReactNode {
  const { locale } = useLanguage();
  const text = useBoardText();
  const when = useWhen();
  const may = useMay();
  const reasonWord = useReasonWord();
  const overrideWord = useCodeLabel("overrideReasons");
  const since = localMinute(board.since, when.zone);
  const { view, ...picture } = search;
  return (
    <div className="lab-body">
      {board.isCut ? <p className="ui-notice">{text("board.cut")}</p> : null}
      <Tiles board={board} since={since} />
      {may("capacity.read") ? <WaitStrip /> : null}
      <div className="board-pair">
        <section className="lab-panel">
          <Flow board={board} />
        </section>
        <section className="lab-panel">
          <h2>{text("board.reasons")}</h2>
          <ReasonBars
            rows={board.reasons}
            kind="passage"
            since={since}
            word={reasonWord}
            empty={text("board.reasons.none")}
          />
          <h2>{text("board.overrides")}</h2>
          <ReasonBars
            rows={board.overrides}
            kind="override"
            since={since}
            word={overrideWord}
            empty={text("board.overrides.none")}
          />
        </section>
      </div>
      <section className="lab-panel">
        <header className="board-panel-head">
          <h2>{text("board.lanes")}</h2>
          <Silent board={board} />
          <Segmented
            label={text("board.view")}
            value={view ?? "plan"}
            options={(["plan", "table"] as const).map((value) => ({ value, label: text(`board.view.${value}`) }))}
            onChange={(value) => onChange(value === "table" ? { ...picture, view: "table" } : picture)}
          />
        </header>
        {view === "table" ? (
          <LaneTable lanes={board.lanes} since={since} />
        ) : (
          <LanePlan lanes={board.lanes} since={since} />
        )}
      </section>
      <Sides board={board} locale={locale} />
    </div>
  );
}

function Flow({ board }: { readonly board: BoardAnswer }): ReactNode {
  const { locale } = useLanguage();
  const text = useBoardText();
  const { zone } = useWhen();
  const options = useMemo(() => flowPicture(board, locale, zone), [board, locale, zone]);
  const { admit, refer, refuse } = board.counts;
  return (
    <Picture
      title={text("flow.title", { n: admit + refer + refuse, count: formatInteger(locale, admit + refer + refuse) })}
      note={text("flow.note", { n: board.flowMinutes })}
      options={options}
      legend={
        <Legend
          items={(["in", "out", "stopped"] as const).map((one) => [flowInks[one], text(`flow.${one}`)] as const)}
        />
      }
    />
  );
}

/** Registered devices that have signed nothing for a while: their lists may be old too. */
function Silent({ board }: { readonly board: BoardAnswer }): ReactNode {
  const { locale } = useLanguage();
  const text = useBoardText();
  const may = useMay();
  const silent = board.lanes.filter(({ device }) => device?.isQuiet).length;
  if (silent === 0) return <span className="quiet">{text("board.silent.none")}</span>;
  const words = text("board.silent", { n: silent, count: formatInteger(locale, silent) });
  return may("device.list") ? <Link to="/devices">{words}</Link> : <strong>{words}</strong>;
}

function Sides({
  board,
  locale,
}: {
  readonly board: BoardAnswer;
  readonly locale: Parameters<typeof formatInteger>[0];
}) {
  const text = useBoardText();
  const ui = useText();
  const word = useTexts();
  const { status } = useDesk();
  const label = (side: string): string => {
    const gate = status.gates.find((one) => one.side === side);
    return gate ? word(gate.label) : side.toUpperCase();
  };
  const sides = Object.entries(board.inside.bySide).map(([side, n]) => `${label(side)}: ${formatInteger(locale, n)}`);
  return (
    <p className="lab-source">
      {ui("console.stays.inside")}: {sides.join("; ")}. {text("board.source")}
    </p>
  );
}
