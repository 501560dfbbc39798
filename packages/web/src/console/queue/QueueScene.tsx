import { useNavigate, useSearch } from "@tanstack/react-router";
import type { QueueDay, QueueFairness, QueueRow } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { Button } from "../../ui/Button.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { downloadCsv } from "../csv/download.ts";
import { useDesk, useMay } from "../shell/desk.ts";
import { useWhen } from "../shell/use-when.ts";
import { BookDialog } from "./BookDialog.tsx";
import { CallDialog } from "./CallDialog.tsx";
import { CloseDialog } from "./CloseDialog.tsx";
import { DayPicture } from "./DayPicture.tsx";
import { Figures } from "./Figures.tsx";
import { OtherSideDialog } from "./OtherSideDialog.tsx";
import { QueueFilters } from "./QueueFilters.tsx";
import { QueueTable, type RowDeed } from "./QueueTable.tsx";
import { queueCsv } from "./queue-csv.ts";
import { rowsFor } from "./queue-rows.ts";
import type { QueueSearch } from "./queue-search.ts";
import { useQueueText } from "./queue-text.ts";
import { RowDialog } from "./RowDialog.tsx";
import { ShiftDialog } from "./ShiftDialog.tsx";
import { SlipDialog } from "./SlipDialog.tsx";
import { useFairness, useRoadDay } from "./use-road.ts";
import "./queue.css";

const deeds = [
  ["book", "queue.book"],
  ["slip", "queue.arrive"],
  ["call", "queue.call"],
  ["shift", "queue.set_shift"],
  ["other-side", "queue.set_shift"],
  ["close", "queue.close"],
] as const;
type SceneDeed = (typeof deeds)[number][0];

/** The queue of the road gate: the day as a picture, its vehicles, and what may be done. */
export function QueueScene(): ReactNode {
  const { locale } = useLanguage();
  const { status } = useDesk();
  const text = useText();
  const say = useQueueText();
  const when = useWhen();
  const search = useSearch({ from: "/queue" });
  const navigate = useNavigate({ from: "/queue" });
  const query = useRoadDay(search.day);
  const fairness = useFairness(search.day);
  const [deed, setDeed] = useState<SceneDeed>();
  const [chosen, choose] = useState<{ readonly deed: RowDeed; readonly row: QueueRow }>();
  const { data } = query;
  const rows = rowsFor(data?.rows ?? [], search);
  const change = (next: QueueSearch): void => void navigate({ search: next, replace: true });
  return (
    <Scene
      title={say("title")}
      asking={askingOf(query)}
      aside={
        <SceneActs
          data={data}
          onDeed={setDeed}
          onCsv={() => downloadCsv(`road-${data?.day ?? ""}`, queueCsv(rows, say, when))}
        />
      }
      above={
        <>
          <QueueFilters search={search} day={search.day ?? status.legalDay} onChange={change} />
          {data ? <Standing data={data} fairness={fairness.data} /> : null}
        </>
      }
    >
      <p className="found">
        {text("console.found", {
          n: rows.length,
          count: formatInteger(locale, rows.length),
          all: formatInteger(locale, data?.total ?? 0),
        })}
      </p>
      <QueueTable
        rows={rows}
        asOf={data?.asOf ?? ""}
        search={search}
        onChange={change}
        onDeed={(one, row) => choose({ deed: one, row })}
      />
      {data ? (
        <DeedDialog
          deed={deed}
          data={data}
          onFound={(row) => {
            setDeed(undefined);
            choose({ deed: "arrive", row });
          }}
          onClose={() => setDeed(undefined)}
        />
      ) : null}
      {data && chosen ? <RowDialog {...chosen} data={data} onClose={() => choose(undefined)} /> : null}
    </Scene>
  );
}

/** How the queue stands: figures and the picture of the day; they stay when the line is cut. */
function Standing({
  data,
  fairness,
}: {
  readonly data: QueueDay;
  readonly fairness: QueueFairness | undefined;
}): ReactNode {
  return (
    <>
      <Figures data={data} fairness={fairness} />
      <OneSided data={data} />
      <DayPicture data={data} />
    </>
  );
}

type ActsProps = {
  readonly data: QueueDay | undefined;
  readonly onDeed: (deed: SceneDeed) => void;
  readonly onCsv: () => void;
};

function SceneActs({ data, onDeed, onCsv }: ActsProps): ReactNode {
  const text = useText();
  const say = useQueueText();
  const when = useWhen();
  const may = useMay();
  return (
    <div className="scene-acts">
      {data ? <span className="quiet">{text("console.as-of", { time: when.time(data.asOf) })}</span> : null}
      <Button onPress={onCsv}>{text("console.csv")}</Button>
      {deeds.map(([deed, verb]) =>
        may(verb) ? (
          <Button key={deed} {...(deed === "book" && { tone: "primary" })} onPress={() => onDeed(deed)}>
            {say(`act.${deed}`)}
          </Button>
        ) : null,
      )}
    </div>
  );
}

/** Says whose word is missing, where a day has slots of one side only. */
function OneSided({ data: { slots } }: { readonly data: QueueDay }): ReactNode {
  const say = useQueueText();
  if (slots.some(({ own, peer }) => own !== undefined && peer !== undefined)) return null;
  const isOurs = slots.some(({ own }) => own !== undefined);
  return <p className="ui-notice">{say(isOurs ? "own-only" : "peer-only")}</p>;
}

type DialogProps = {
  readonly deed: SceneDeed | undefined;
  readonly data: QueueDay;
  readonly onFound: (row: QueueRow) => void;
  readonly onClose: () => void;
};

function DeedDialog({ deed, data, onFound, onClose }: DialogProps): ReactNode {
  if (deed === "slip") return <SlipDialog rows={data.rows} onFound={onFound} onClose={onClose} />;
  if (deed === "book") return <BookDialog data={data} onClose={onClose} />;
  if (deed === "call") return <CallDialog onClose={onClose} />;
  if (deed === "shift") return <ShiftDialog data={data} onClose={onClose} />;
  if (deed === "other-side") return <OtherSideDialog data={data} onClose={onClose} />;
  if (deed === "close") return <CloseDialog data={data} onClose={onClose} />;
  return null;
}
