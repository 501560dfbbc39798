import type { CaseCandidate, CaseRow, RunnerRow } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useText, useTexts } from "../../ui/language.ts";
import { FigureTable } from "../lab/FigureTable.tsx";
import { useWhen } from "../shell/use-when.ts";
import { boardWord, caseName, useBoardText } from "../supervision/board-text.ts";

type Opening<R> = { readonly rows: readonly R[]; readonly onOpen: (row: R) => void };

/** Persons whose score reaches the bound, with their strongest reasons. */
export function RunnerTable(
  props: Opening<RunnerRow> & { readonly openRoot: number | undefined; readonly aside: ReactNode },
): ReactNode {
  const { locale } = useLanguage();
  const text = useBoardText();
  const ui = useText();
  const word = useTexts();
  const reasons = (row: RunnerRow): string =>
    row.reasons
      .map(({ label, value }) => text("runner.trait", { what: word(label), n: formatInteger(locale, value) }))
      .join(text("runner.and"));
  return (
    <FigureTable<RunnerRow>
      label={text("cases.tab.runner")}
      file="runners"
      rows={props.rows}
      keyOf={({ root }) => String(root)}
      openKey={props.openRoot === undefined ? undefined : String(props.openRoot)}
      onOpen={props.onOpen}
      aside={props.aside}
      sorting={{ column: "score", isDescending: true }}
      columns={[
        { id: "name", label: ui("gate.name"), value: ({ name }) => name || ui("console.destroyed") },
        { id: "score", label: text("runner.score"), value: ({ score }) => score },
        { id: "why", label: text("runner.why"), value: reasons },
        {
          id: "case",
          label: text("case.one"),
          value: (row) => (row.case === undefined ? "" : `№ ${row.case.split("-")[1]}`),
        },
      ]}
    />
  );
}

/** Overstays or passages without their pair: what a case may be opened on. */
export function CandidateTable(
  props: Opening<CaseCandidate> & { readonly about: CaseCandidate["about"]; readonly openRoot: number | undefined },
): ReactNode {
  const text = useBoardText();
  const ui = useText();
  const when = useWhen();
  const isOverstay = props.about === "overstay";
  return (
    <FigureTable<CaseCandidate>
      label={text(isOverstay ? "cases.tab.overstay" : "cases.tab.missing_pair")}
      file={props.about}
      rows={props.rows}
      keyOf={({ root }) => String(root)}
      openKey={props.openRoot === undefined ? undefined : String(props.openRoot)}
      onOpen={props.onOpen}
      sorting={{ column: isOverstay ? "over" : "since", isDescending: true }}
      columns={[
        { id: "name", label: ui("gate.name"), value: ({ name }) => name || ui("console.destroyed") },
        { id: "nationality", label: ui("gate.nationality"), value: ({ nationality }) => nationality },
        { id: "gate", label: ui("console.gate"), value: ({ gate }) => gate },
        {
          id: "since",
          label: text(isOverstay ? "case.entered" : "case.seen"),
          value: ({ since }) => since,
          show: ({ since }) => when.moment(since),
        },
        ...(isOverstay
          ? [
              {
                id: "until",
                label: text("case.left"),
                value: ({ until = "" }: CaseCandidate) => until,
                show: ({ until }: CaseCandidate) => (until === undefined ? text("matter.inside") : when.day(until)),
              },
              { id: "over", label: text("case.days-over"), value: ({ daysOver = 0 }: CaseCandidate) => daysOver },
            ]
          : [
              {
                id: "mismatch",
                label: text("case.mismatch"),
                value: ({ mismatch = "" }: CaseCandidate) => boardWord(text, "mismatch", mismatch),
              },
            ]),
        {
          id: "case",
          label: text("case.one"),
          value: (row) => (row.case === undefined ? "" : `№ ${row.case.split("-")[1]}`),
        },
      ]}
    />
  );
}

export function CaseTable({ rows, onOpen, openId }: Opening<CaseRow> & { readonly openId: string | undefined }) {
  const text = useBoardText();
  const ui = useText();
  const when = useWhen();
  return (
    <FigureTable<CaseRow>
      label={text("cases.tab.cases")}
      file="cases"
      rows={rows}
      keyOf={({ id }) => id}
      openKey={openId}
      onOpen={onOpen}
      sorting={{ column: "opened", isDescending: true }}
      columns={[
        { id: "id", label: text("case.one"), value: ({ about, id }) => caseName(text, about, id) },
        { id: "name", label: ui("gate.name"), value: ({ name }) => name || ui("console.destroyed") },
        { id: "state", label: ui("console.state"), value: ({ state }) => boardWord(text, "state", state) },
        {
          id: "finding",
          label: text("case.finding"),
          value: ({ finding = "" }) => (finding ? boardWord(text, "finding", finding) : ""),
        },
        {
          id: "opened",
          label: text("case.opened"),
          value: ({ opened }) => opened,
          show: ({ opened }) => when.day(opened),
        },
        { id: "until", label: text("case.until"), value: ({ until }) => until, show: ({ until }) => when.day(until) },
      ]}
    />
  );
}
