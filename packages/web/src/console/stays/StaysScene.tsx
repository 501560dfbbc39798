import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useCallback, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { Button } from "../../ui/Button.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { useKept } from "../asking/use-kept.ts";
import { downloadCsv } from "../csv/download.ts";
import { useWhen } from "../shell/use-when.ts";
import { EvacuationList } from "./EvacuationList.tsx";
import { HeadCounts } from "./HeadCounts.tsx";
import { StayFilters } from "./StayFilters.tsx";
import { StayTable } from "./StayTable.tsx";
import { stayCsv } from "./stay-csv.ts";
import { rowsFor } from "./stay-rows.ts";
import type { StaySearch } from "./stay-search.ts";
import { type Stays, useStays } from "./use-stays.ts";

const StayMatter = lazy(async () => ({ default: (await import("./StayMatter.tsx")).StayMatter }));

/** Who is inside now, who should have left, whose passage lacks its pair; in an emergency the list to call by. */
export function StaysScene(): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const when = useWhen();
  const search = useSearch({ from: "/stays" });
  const navigate = useNavigate({ from: "/stays" });
  const list = search.list ?? "inside";
  const query = useStays(list);
  const [prints, setPrints] = useState(0);
  const inside = useQueryClient().getQueryData<Stays>(["stays", "inside"]);
  const noMore = useCallback(() => setPrints(0), []);
  const counts = useKept(query.data?.counts);
  const all = query.data?.rows ?? [];
  const rows = rowsFor(all, search);
  const change = (next: StaySearch): void => void navigate({ search: next, replace: true });
  const { root, ...closed } = search;
  const opened = list === "inside" ? undefined : all.find(({ entry }) => entry === root);
  return (
    <Scene
      title={text("console.stays")}
      asking={askingOf(query)}
      aside={
        <div className="scene-acts">
          {query.data ? (
            <span className="quiet">{text("console.as-of", { time: when.time(query.data.asOf) })}</span>
          ) : null}
          <Button onPress={() => downloadCsv(`stays-${list}`, stayCsv(rows, text, when))}>{text("console.csv")}</Button>
          <Button onPress={() => setPrints((held) => held + 1)}>{text("console.stays.evacuation")}</Button>
        </div>
      }
      above={
        <>
          {counts ? (
            <HeadCounts counts={counts} list={list} onList={(next) => change({ ...closed, list: next })} />
          ) : null}
          <StayFilters search={search} rows={all} onChange={change} />
        </>
      }
    >
      <p className="found">
        {text("console.found", {
          n: rows.length,
          count: formatInteger(locale, rows.length),
          all: formatInteger(locale, all.length),
        })}
        {query.data?.isCut ? ` ${text("console.stays.cut")}` : null}
      </p>
      <div className="side-by-side" {...(opened && { "data-open": "" })}>
        <div className="lab-body">
          <StayTable rows={rows} list={list} search={search} onChange={change} />
        </div>
        {opened && list !== "inside" ? (
          <Suspense>
            <StayMatter row={opened} list={list} search={search} onChange={change} />
          </Suspense>
        ) : null}
      </div>
      {prints > 0 ? <EvacuationList key={prints} last={inside} onDone={noMore} /> : null}
    </Scene>
  );
}
