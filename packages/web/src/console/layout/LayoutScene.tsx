import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage } from "../../ui/language.ts";
import { asked } from "../asking/asked.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { useMay } from "../shell/desk.ts";
import { useWhen } from "../shell/use-when.ts";
import { useBoardText } from "../supervision/board-text.ts";
import { useBoard } from "../supervision/use-board.ts";
import { ZonePlan } from "./ZonePlan.tsx";
import "../lab/lab.css";
import "../supervision/supervision.css";
import "./layout.css";

/** Minutes whose passages colour the lanes. */
const SPAN = 60;

/** The zone as a picture with what happens in it now: two halves, gates with their lanes, functions. */
export function LayoutScene(): ReactNode {
  const { locale } = useLanguage();
  const text = useBoardText();
  const when = useWhen();
  const may = useMay();
  const board = useBoard(SPAN);
  const layout = useQuery({
    queryKey: ["layout"],
    queryFn: () => asked("layout"),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const both = { ...board, error: board.error ?? layout.error, data: board.data && layout.data };
  return (
    <Scene
      title={text("plan.title")}
      asking={askingOf(both)}
      aside={
        <div className="scene-acts">
          {board.data ? (
            <span className="quiet">{text("board.as-of", { time: when.time(board.data.asOf) })}</span>
          ) : null}
          {may("capacity.simulate") ? (
            <Link to="/capacity" hash="what-if">
              {text("plan.what-if")}
            </Link>
          ) : null}
        </div>
      }
    >
      {board.data && layout.data ? (
        <div className="lab-body">
          <p>
            <strong>{text("plan.inside", { count: formatInteger(locale, board.data.inside.people) })}</strong>{" "}
            <span className="lab-source">{text("plan.schematic")}</span>
          </p>
          {layout.data.sides.length === 0 ? (
            <p className="quiet">{text("plan.none")}</p>
          ) : (
            <ZonePlan layout={layout.data} board={board.data} />
          )}
        </div>
      ) : null}
    </Scene>
  );
}
