import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { Button } from "../../ui/Button.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { useMay } from "../shell/desk.ts";
import { useWhen } from "../shell/use-when.ts";
import { EntryFilters } from "./EntryFilters.tsx";
import { EntryTable } from "./EntryTable.tsx";
import type { EntrySearch } from "./entry-search.ts";
import { useEntries } from "./use-entries.ts";
import { useSheet } from "./use-sheet.ts";

// What is opened by a press is fetched by that press: the list is there sooner.
const EntryPanel = lazy(async () => ({ default: (await import("./EntryPanel.tsx")).EntryPanel }));
const BundleDialog = lazy(async () => ({ default: (await import("./BundleDialog.tsx")).BundleDialog }));

/** The counted total stops here (server/src/entries/queries.ts): beyond it the screen says "or more". */
const TOTAL_MAX = 10_000;

/** The journal: query bar above, newest first, the opened entry beside the list. */
export function EntriesScene(): ReactNode {
  const text = useText();
  const may = useMay();
  const when = useWhen();
  const search = useSearch({ from: "/entries" });
  const navigate = useNavigate({ from: "/entries" });
  const query = useEntries(search, when.instant);
  const sheet = useSheet(search);
  const [isTaking, setTaking] = useState(false);
  const change = (next: EntrySearch): void => void navigate({ search: next });
  const rows = query.data?.rows ?? [];
  const { open: _, ...closed } = search;
  return (
    <Scene
      title={text("console.entries")}
      asking={askingOf(query)}
      aside={
        <div className="scene-acts">
          <Button onPress={sheet.take} isDisabled={sheet.isBusy}>
            {text(sheet.isBusy ? "signin.busy" : "console.csv")}
          </Button>
          {may("entry.export") ? <Button onPress={() => setTaking(true)}>{text("console.bundle")}</Button> : null}
        </div>
      }
      above={<EntryFilters search={search} onChange={change} />}
    >
      <div className="side-by-side" {...(search.open !== undefined && { "data-open": "" })}>
        <div className="sheet">
          <EntryTable rows={rows} openNumber={search.open} onOpen={(open) => change({ ...search, open })} />
          <Pages search={search} next={query.data?.next} total={query.data?.total ?? 0} onChange={change} />
        </div>
        <Suspense>
          {search.open === undefined ? null : <EntryPanel number={search.open} onClose={() => change(closed)} />}
        </Suspense>
      </div>
      <Suspense>
        {isTaking ? <BundleDialog newest={rows[0]?.number ?? 1} onClose={() => setTaking(false)} /> : null}
      </Suspense>
    </Scene>
  );
}

type PagesProps = {
  readonly search: EntrySearch;
  readonly next: string | undefined;
  readonly total: number;
  readonly onChange: (search: EntrySearch) => void;
};

function Pages({ search, next, total, onChange }: PagesProps): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { after, ...newest } = search;
  const count = formatInteger(locale, total);
  return (
    <div className="pages">
      <span className="quiet">
        {text(total >= TOTAL_MAX ? "console.total.more" : "console.total", { n: total, count })}
      </span>
      <Button isDisabled={after === undefined} onPress={() => onChange(newest)}>
        {text("console.newest")}
      </Button>
      <Button isDisabled={next === undefined} onPress={() => onChange({ ...newest, after: Number(next) })}>
        {text("console.older")}
      </Button>
    </div>
  );
}
