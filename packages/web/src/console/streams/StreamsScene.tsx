import { useQuery } from "@tanstack/react-query";
import type { StreamsAnswer } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useTexts } from "../../ui/language.ts";
import { asked } from "../asking/asked.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { Doubt } from "../lab/Doubt.tsx";
import { FigureTable } from "../lab/FigureTable.tsx";
import { useLabText, wordOr } from "../lab/lab-text.ts";
import { numberText, shareText } from "../lab/number-text.ts";
import { patient } from "../lab/patient.ts";
import { useSettled } from "../lab/use-settled.ts";
import { Coupling } from "./Coupling.tsx";
import { type Setting, usualSetting, WeightSliders } from "./WeightSliders.tsx";
import { WindowPicture } from "./WindowPicture.tsx";
import "../lab/lab.css";
import "./streams.css";

/** Problem, policy and politics as three streams, and the windows that open where they meet. */
export function StreamsScene(): ReactNode {
  const text = useLabText();
  const [setting, set] = useState<Setting>(usualSetting);
  const settled = useSettled(setting, "windows");
  const streams = useQuery({
    ...patient,
    queryKey: ["streams"],
    queryFn: () => asked("streams"),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const windows = useQuery({
    ...patient,
    queryKey: ["windows", settled],
    queryFn: () => asked("windows", { body: settled }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (last) => last,
  });
  return (
    <Scene title={text("str.title")} asking={askingOf({ ...streams, isPlaceholderData: false })}>
      <div className="lab-body">
        {windows.data ? <WindowPicture answer={windows.data} /> : null}
        <section className="lab-panel">
          <h2>{text("str.weights")}</h2>
          <WeightSliders setting={setting} set={set} />
        </section>
        {windows.data ? <Coupling answer={windows.data} /> : null}
        {streams.data ? <Validation validation={streams.data.validation} /> : null}
        {streams.data ? <Events streams={streams.data.streams} /> : null}
      </div>
    </Scene>
  );
}

type Judged = StreamsAnswer["validation"]["changes"][number];

function Validation({ validation }: { readonly validation: StreamsAnswer["validation"] }): ReactNode {
  const text = useLabText();
  const word = useTexts();
  const { locale } = useLanguage();
  const { changes, open, byChance, settings } = validation;
  const verdict = (change: Judged): string =>
    change.open
      ? text("str.open")
      : text("str.closed", { list: change.missing.map((name) => wordOr(text, `str.${name}`, name)).join(", ") });
  return (
    <section className="lab-panel">
      <h2>
        {text("str.validation.finding", {
          open: formatInteger(locale, open),
          all: formatInteger(locale, changes.length),
          chance: numberText(locale, byChance, 1),
        })}
      </h2>
      <p className="quiet">{text("str.validation.note", { settings: formatInteger(locale, settings) })}</p>
      <FigureTable<Judged>
        label={text("str.validation")}
        file="windows"
        rows={changes}
        keyOf={({ change }) => `${change.date} ${change.name.en}`}
        columns={[
          { id: "date", label: text("str.date"), value: ({ change }) => change.date },
          { id: "change", label: text("str.change"), value: ({ change }) => word(change.name) },
          { id: "window", label: text("str.score"), value: verdict },
          {
            id: "settings",
            label: text("str.settings-open"),
            value: ({ settingsOpen }) => settingsOpen,
            show: ({ settingsOpen }) => shareText(locale, settingsOpen),
          },
        ]}
      />
    </section>
  );
}

type Event = StreamsAnswer["streams"]["events"][number];

function Events({ streams: { events } }: { readonly streams: StreamsAnswer["streams"] }): ReactNode {
  const text = useLabText();
  const word = useTexts();
  return (
    <section className="lab-panel">
      <h2>{text("str.events")}</h2>
      <FigureTable<Event>
        label={text("str.events")}
        file="stream-events"
        rows={events}
        keyOf={({ code }) => code}
        columns={[
          { id: "date", label: text("str.date"), value: ({ from, until }) => (until ? `${from} – ${until}` : from) },
          { id: "stream", label: text("str.stream"), value: ({ stream }) => wordOr(text, `str.${stream}`, stream) },
          { id: "event", label: text("str.event"), value: ({ name }) => word(name) },
          { id: "source", label: text("ind.source"), value: ({ source }) => source },
          {
            id: "doubt",
            label: text("ind.doubt"),
            value: ({ confidence }) => confidence,
            show: (event) => <Doubt of={event} />,
          },
        ]}
      />
    </section>
  );
}
