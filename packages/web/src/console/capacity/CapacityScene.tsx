import type { CapacityAnswer, LineForecast } from "@twinline/api";
import { type ReactNode, useMemo, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { Button } from "../../ui/Button.tsx";
import { useLanguage } from "../../ui/language.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { Picture } from "../lab/Picture.tsx";
import { useWhen } from "../shell/use-when.ts";
import { boardWord, useBoardText } from "../supervision/board-text.ts";
import { useCapacity } from "../supervision/use-board.ts";
import { CountDialog } from "./CountDialog.tsx";
import { HallForm } from "./HallForm.tsx";
import { LineCard } from "./LineCard.tsx";
import { hoursPicture } from "./pictures.ts";
import "../lab/lab.css";
import "../supervision/supervision.css";

/** How long people wait and what would shorten it, with the working; halls that might be. Advice only. */
export function CapacityScene(): ReactNode {
  const text = useBoardText();
  const when = useWhen();
  const query = useCapacity();
  const { data } = query;
  const [counting, setCounting] = useState<LineForecast>();
  return (
    <Scene
      title={text("capacity.title")}
      asking={askingOf(query)}
      aside={data ? <span className="quiet">{text("board.as-of", { time: when.time(data.asOf) })}</span> : null}
    >
      {data ? <Capacity data={data} onCount={setCounting} /> : null}
      {counting ? <CountDialog line={counting} onClose={() => setCounting(undefined)} /> : null}
    </Scene>
  );
}

type Props = { readonly data: CapacityAnswer; readonly onCount: (line: LineForecast) => void };

function Capacity({ data, onCount }: Props): ReactNode {
  const text = useBoardText();
  const mayCount = data.may.includes("count");
  const working = data.lines.filter(({ forecastSeconds }) => forecastSeconds !== undefined);
  const resting = data.lines.filter(({ forecastSeconds }) => forecastSeconds === undefined);
  return (
    <div className="lab-body">
      <p className="lab-source">{text("capacity.more")}</p>
      {working.map((line) => (
        <LineCard
          key={`${line.gate}/${line.line}`}
          line={line}
          data={data}
          {...(mayCount && { onCount: () => onCount(line) })}
        />
      ))}
      {resting.length > 0 ? <Resting lines={resting} {...(mayCount && { onCount })} /> : null}
      <section className="lab-panel">
        <Hours data={data} />
      </section>
      {data.may.includes("simulate") ? <HallForm lines={data.lines} /> : null}
    </div>
  );
}

/** Lines of which no forecast can be made, and why. */
function Resting({ lines, onCount }: { readonly lines: readonly LineForecast[]; readonly onCount?: Props["onCount"] }) {
  const { locale } = useLanguage();
  const text = useBoardText();
  return (
    <section className="lab-panel">
      <h2>{text("capacity.resting")}</h2>
      <ul className="capacity-resting">
        {lines.map((line) => (
          <li key={`${line.gate}/${line.line}`}>
            <strong>{`${line.gate} · ${boardWord(text, "line", line.line)}`}</strong>
            <span className="quiet">
              {text("capacity.lanes", { n: line.lanes, count: formatInteger(locale, line.lanes) })} ·{" "}
              {text(line.open === 0 ? "capacity.none-open" : "capacity.no-seconds")}
            </span>
            {onCount ? <Button onPress={() => onCount(line)}>{text("count.act")}</Button> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Hours({ data }: { readonly data: CapacityAnswer }): ReactNode {
  const { locale } = useLanguage();
  const text = useBoardText();
  const { zone, time } = useWhen();
  const options = useMemo(() => hoursPicture(data, locale, zone), [data, locale, zone]);
  const busiest = data.hours.toSorted((a, b) => b.passages - a.passages)[0];
  if (busiest === undefined) return <p className="quiet">{text("hours.none")}</p>;
  const count = formatInteger(locale, busiest.passages);
  return (
    <>
      <Picture
        title={text("hours.title", { time: time(busiest.at), n: busiest.passages, count })}
        note={text("hours.note")}
        options={options}
      />
      <p className="lab-source">{text("hours.advice")}</p>
    </>
  );
}
