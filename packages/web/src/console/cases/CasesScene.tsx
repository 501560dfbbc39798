import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Segmented } from "../../ui/Segmented.tsx";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { useBoardText } from "../supervision/board-text.ts";
import { useRunners } from "../supervision/use-board.ts";
import { CasePanel } from "./CasePanel.tsx";
import { CandidateTable, CaseTable, RunnerTable } from "./CaseTables.tsx";
import { type CaseSearch, type CaseTab, caseTabs } from "./case-search.ts";
import { MatterPanel } from "./MatterPanel.tsx";
import { NoteLink } from "./NoteLink.tsx";
import { RunnerPanel } from "./RunnerPanel.tsx";
import { useCases } from "./use-cases.ts";
import "../lab/lab.css";
import "../supervision/supervision.css";

/** What the journal shows that a human should look at, and the cases that were opened on it. */
export function CasesScene(): ReactNode {
  const text = useBoardText();
  const search = useSearch({ from: "/cases" });
  const navigate = useNavigate({ from: "/cases" });
  const tab = search.tab ?? "runner";
  const cases = useCases();
  const runners = useRunners();
  const query = tab === "runner" ? runners : cases;
  const change = (next: CaseSearch): void => void navigate({ search: next, replace: true });
  const isOpen = search.open !== undefined || search.root !== undefined;
  return (
    <Scene
      title={text("cases.title")}
      asking={askingOf(query as typeof cases)}
      aside={
        <Segmented<CaseTab>
          label={text("cases.tab")}
          value={tab}
          options={caseTabs.map((one) => ({ value: one, label: text(`cases.tab.${one}`) }))}
          onChange={(next) => change({ tab: next })}
        />
      }
    >
      <div className="side-by-side" {...(isOpen && { "data-open": "" })}>
        <div className="lab-body">
          <List tab={tab} search={search} onChange={change} />
        </div>
        <Beside tab={tab} search={search} onChange={change} />
      </div>
    </Scene>
  );
}

type Props = {
  readonly tab: CaseTab;
  readonly search: CaseSearch;
  readonly onChange: (search: CaseSearch) => void;
};

function List({ tab, search, onChange }: Props): ReactNode {
  const text = useBoardText();
  const { data: cases } = useCases();
  const { data: runners } = useRunners();
  if (tab === "runner")
    return runners ? (
      <>
        <p className="ui-notice">{text("runner.ours", { days: runners.windowDays, from: runners.lookFrom })}</p>
        <RunnerTable
          rows={runners.rows}
          openRoot={search.root}
          onOpen={({ root }) => onChange({ tab, root })}
          aside={<div>{runners.may.includes("note") ? <NoteLink /> : null}</div>}
        />
        <p className="lab-source">
          {text("runner.seen", { n: runners.exits })} {runners.isCut ? text("cases.cut") : null}
        </p>
      </>
    ) : null;
  if (cases === undefined) return null;
  if (tab === "cases")
    return <CaseTable rows={cases.rows} openId={search.open} onOpen={({ id }) => onChange({ tab, open: id })} />;
  return (
    <>
      <p className="lab-source">{text(`cases.more.${tab}`)}</p>
      <CandidateTable
        about={tab}
        rows={cases.candidates.filter(({ about }) => about === tab)}
        openRoot={search.root}
        onOpen={({ root }) => onChange({ tab, root })}
      />
      {cases.isCut ? <p className="lab-source">{text("cases.cut")}</p> : null}
    </>
  );
}

function Beside({ tab, search, onChange }: Props): ReactNode {
  const { data: cases } = useCases();
  const { data: runners } = useRunners();
  const close = (): void => onChange({ tab });
  const toCase = (id: string): void => onChange({ tab: "cases", open: id });
  if (search.open !== undefined) return <CasePanel key={search.open} id={search.open} onClose={close} />;
  if (search.root === undefined) return null;
  if (tab === "runner") {
    const runner = runners?.rows.find(({ root }) => root === search.root);
    const mayOpen = cases?.may.includes("open") ?? false;
    return runner && runners ? (
      <RunnerPanel runner={runner} weights={runners.weights} mayOpen={mayOpen} onCase={toCase} onClose={close} />
    ) : null;
  }
  const found = cases?.candidates.find(({ about, root }) => about === tab && root === search.root);
  return found ? <MatterPanel key={found.root} {...found} onCase={toCase} onClose={close} /> : null;
}
