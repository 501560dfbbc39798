import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { RulebookRow } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { useLanguage, useText, useTexts } from "../../ui/language.ts";
import { asked } from "../asking/asked.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { useWhen } from "../shell/use-when.ts";

const HASH_SHOWN = 12;

/** The law in force on this side: which text, since when it speaks, and how sure one may be of its figures. */
export function RulebooksScene(): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  const when = useWhen();
  const navigate = useNavigate();
  const query = useQuery({ queryKey: ["rulebooks"], queryFn: () => asked("rulebooks") });
  return (
    <Scene title={text("console.rulebooks")} asking={askingOf({ ...query, isPlaceholderData: false })}>
      <p className="quiet">{text("console.rulebooks.more")}</p>
      <div className="sheet">
        <DataTable<RulebookRow>
          label={text("console.rulebooks")}
          rows={query.data?.rows ?? []}
          keyOf={({ hash }) => hash}
          onOpen={({ hash }) => void navigate({ to: "/rulebooks/$hash", params: { hash } })}
          empty={text("console.none")}
          columns={[
            {
              id: "title",
              label: text("console.rulebooks.title"),
              cell: ({ title }) => <strong>{word(title)}</strong>,
            },
            {
              id: "name",
              label: text("console.rulebooks.name"),
              cell: ({ name }) => <span className="ui-mono">{name}</span>,
            },
            { id: "law", label: text("console.rulebooks.law"), cell: ({ law }) => when.day(law) },
            {
              id: "hash",
              label: text("console.column.hash"),
              cell: ({ hash }) => <span className="ui-mono">{hash.slice(0, HASH_SHOWN)}…</span>,
            },
            {
              id: "sources",
              label: text("console.rulebooks.sources"),
              cell: ({ sources }) => formatInteger(locale, sources.length),
              isFigure: true,
            },
            {
              id: "figures",
              label: text("console.rulebooks.figures"),
              cell: ({ figures }) => formatInteger(locale, figures),
              isFigure: true,
            },
            {
              id: "unknown",
              label: text("console.rulebooks.unknown"),
              cell: ({ unknown }) => <Doubt count={unknown} />,
              isFigure: true,
            },
            {
              id: "doubtful",
              label: text("console.rulebooks.doubtful"),
              cell: ({ doubtful }) => <Doubt count={doubtful} />,
              isFigure: true,
            },
          ]}
        />
      </div>
    </Scene>
  );
}

/** Nothing doubtful is quiet, anything doubtful is strong. */
function Doubt({ count }: { readonly count: number }): ReactNode {
  const { locale } = useLanguage();
  return count === 0 ? <span className="quiet">0</span> : <strong>{formatInteger(locale, count)}</strong>;
}
