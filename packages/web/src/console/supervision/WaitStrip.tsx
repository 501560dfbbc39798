import { Link } from "@tanstack/react-router";
import type { LineForecast } from "@twinline/api";
import type { ReactNode } from "react";
import { useWaitWords } from "../capacity/wait-words.ts";
import { boardWord, useBoardText } from "./board-text.ts";
import { useCapacity } from "./use-board.ts";

/** The wait of each line that works, now and in a while, and what would shorten it: opens the working. */
export function WaitStrip(): ReactNode {
  const text = useBoardText();
  const { data } = useCapacity();
  const lines = data?.lines.filter(({ forecastSeconds }) => forecastSeconds !== undefined) ?? [];
  if (data === undefined) return null;
  if (lines.length === 0) return <p className="quiet">{text("wait.none")}</p>;
  return (
    <ul className="board-waits">
      {lines.map((line) => (
        <Wait key={`${line.gate}/${line.line}`} line={line} minutes={data.horizonMinutes} />
      ))}
    </ul>
  );
}

function Wait({ line, minutes }: { readonly line: LineForecast; readonly minutes: number }): ReactNode {
  const text = useBoardText();
  const { wait, advice, rests } = useWaitWords();
  const { nowSeconds, forecastSeconds = 0 } = line;
  return (
    <li {...(line.advised || line.spread ? { "data-urgent": "" } : {})}>
      <Link to="/capacity">
        <span className="quiet">{`${line.gate} · ${boardWord(text, "line", line.line)}`}</span>
        <strong>
          {text("wait.pair", {
            now: nowSeconds === undefined ? text("wait.unknown") : wait(nowSeconds),
            later: wait(forecastSeconds),
            minutes,
          })}
        </strong>
        <span>{advice(line) ?? text("advice.enough")}</span>
        <span className="quiet">{rests(line)}</span>
      </Link>
    </li>
  );
}
