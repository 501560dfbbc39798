import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReplayRow } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage } from "../../ui/language.ts";
import { asked } from "../asking/asked.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { FigureTable } from "../lab/FigureTable.tsx";
import { useLabText } from "../lab/lab-text.ts";
import { useWhen } from "../shell/use-when.ts";
import { AskReplay } from "./AskReplay.tsx";
import { ReplayOutcome, RunningReplay } from "./ReplayCard.tsx";
import { isOpen, useReplays } from "./use-replays.ts";
import "../lab/lab.css";

/** Histories decided again under reforms: ask for one, see how far it is, read what came of it. */
export function ReplaysScene(): ReactNode {
  const text = useLabText();
  const { proposal } = useSearch({ strict: false }) as { readonly proposal?: string };
  const replays = useReplays();
  const proposals = useQuery({ queryKey: ["proposals"], queryFn: () => asked("proposals") });
  const rows = replays.data?.rows ?? [];
  const may = replays.data?.may.includes("replay") ?? false;
  const open = rows.filter(isOpen).reverse();
  return (
    <Scene title={text("replay.title")} asking={askingOf({ ...replays, isPlaceholderData: false })}>
      <div className="lab-body">
        {may && proposals.data ? <AskReplay key={proposal} proposals={proposals.data.rows} chosen={proposal} /> : null}
        {open.length > 0 ? (
          <ul className="lab-panel" aria-live="polite">
            {open.map((row) => (
              <RunningReplay key={row.id} row={row} mayCancel={may} />
            ))}
          </ul>
        ) : null}
        <section className="lab-panel">
          <h2>{text("replay.list")}</h2>
          <EndedReplays rows={rows.filter((row) => !isOpen(row))} />
        </section>
      </div>
    </Scene>
  );
}

function EndedReplays({ rows }: { readonly rows: readonly ReplayRow[] }): ReactNode {
  const text = useLabText();
  const when = useWhen();
  const go = useNavigate();
  const { locale } = useLanguage();
  const history = ({ history: kind, passages }: ReplayRow): string =>
    passages === undefined
      ? text(`replay.history.${kind}`)
      : `${text(`replay.history.${kind}`)} · ${formatInteger(locale, passages)}`;
  return (
    <FigureTable<ReplayRow>
      label={text("replay.list")}
      file="replays"
      rows={rows}
      keyOf={({ id }) => id}
      onOpen={(row) => (row.state === "done" ? void go({ to: "/replays/$id", params: { id: row.id } }) : undefined)}
      columns={[
        { id: "name", label: text("replay.proposal"), value: ({ name }) => name },
        { id: "history", label: text("replay.history"), value: history },
        {
          id: "elasticity",
          label: text("replay.elasticity"),
          value: ({ elasticity }) => (elasticity === undefined ? "" : String(elasticity / 1000)),
        },
        {
          id: "asked",
          label: text("replay.asked"),
          value: ({ askedAt }) => askedAt,
          show: ({ askedAt }) => when.moment(askedAt),
        },
        {
          id: "state",
          label: text("replay.state"),
          value: ({ state }) => text(`replay.state.${state}`),
          show: (row) => <ReplayOutcome row={row} />,
        },
        {
          id: "entry",
          label: text("replay.entry"),
          value: ({ entry }) => entry ?? "",
          show: ({ entry }) => (entry === undefined ? "" : formatInteger(locale, entry)),
        },
      ]}
    />
  );
}
