import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { Button } from "../../ui/Button.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { asked } from "../asking/asked.ts";
import { Scene } from "../asking/Scene.tsx";
import { download, downloadCsv } from "../csv/download.ts";
import { useLabText } from "../lab/lab-text.ts";
import { ChangeList } from "./ChangeList.tsx";
import { GroupTable, SumTable } from "./GroupTables.tsx";
import { MinisterPage } from "./MinisterPage.tsx";
import { RunningReplay } from "./ReplayCard.tsx";
import { findingOf, reportRows } from "./report.ts";
import { Scenarios } from "./Scenarios.tsx";
import { isOpen, useReport } from "./use-replays.ts";
import "../lab/lab.css";
import "./report.css";

const RUNNING_MS = 500;

/** The report of one replay: a page for a minister, and below it everything that the page rests on. */
export function ReportScene(): ReactNode {
  const text = useLabText();
  const word = useText();
  const { locale } = useLanguage();
  const { id = "" } = useParams({ strict: false });
  const row = useQuery({
    queryKey: ["replays", id],
    queryFn: () => asked("replay", { params: { id } }),
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? RUNNING_MS : false),
  });
  const report = useReport(row.data?.state === "done" ? id : undefined);
  const { data } = report;
  const title = data ? text(findingOf(data, locale).key, findingOf(data, locale).values) : text("replay.title");
  useEffect(() => {
    document.title = `${title} · Twinline`;
  }, [title]);
  const file = (row.data?.name ?? "replay").replaceAll("/", "-");
  return (
    <Scene
      title={row.data?.name ?? text("replay.title")}
      asking={{
        isPending: row.isPending,
        isFetching: false,
        error: row.error ?? report.error,
        hasData: row.data !== undefined,
      }}
      aside={
        <div className="scene-acts">
          <Link to="/replays">{text("report.back")}</Link>
          {row.data ? (
            <Link to="/proposals/$hash" params={{ hash: row.data.proposal }}>
              {word("console.proposals")}
            </Link>
          ) : null}
          {data ? (
            <>
              <Button onPress={() => downloadCsv(file, reportRows(data))}>{text("lab.csv")}</Button>
              <Button onPress={() => download(`${file}.json`, "application/json", [JSON.stringify(data)])}>
                {text("lab.json")}
              </Button>
              <Button tone="primary" onPress={() => print()}>
                {text("lab.print")}
              </Button>
            </>
          ) : null}
        </div>
      }
    >
      <div className="lab-body">
        {row.data && isOpen(row.data) ? (
          <ul className="lab-panel" aria-live="polite">
            <RunningReplay row={row.data} mayCancel={false} />
          </ul>
        ) : null}
        {row.data && !isOpen(row.data) && row.data.state !== "done" ? (
          <p className="lab-panel">{text("report.not-yet", { state: text(`replay.state.${row.data.state}`) })}</p>
        ) : null}
        {row.data && data ? (
          <>
            <MinisterPage report={data} row={row.data} />
            <GroupTable report={data} />
            <SumTable report={data} />
            <ChangeList report={data} />
            <Scenarios report={data} row={row.data} />
          </>
        ) : null}
      </div>
    </Scene>
  );
}
