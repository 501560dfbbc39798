import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ProposalRow } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useTexts } from "../../ui/language.ts";
import { asked } from "../asking/asked.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { FigureTable } from "../lab/FigureTable.tsx";
import { useLabText, wordOr } from "../lab/lab-text.ts";
import "../lab/lab.css";

/** Reforms that were saved, each with how far it has come on its way into law. */
export function ProposalsScene(): ReactNode {
  const text = useLabText();
  const word = useTexts();
  const go = useNavigate();
  const { locale } = useLanguage();
  const query = useQuery({ queryKey: ["proposals"], queryFn: () => asked("proposals") });
  const rows = query.data?.rows ?? [];
  const baseName = (base: string): string => {
    const label = query.data?.bases.find(({ name }) => name === base)?.label;
    return label ? word(label) : base;
  };
  return (
    <Scene title={text("proposal.title")} asking={askingOf({ ...query, isPlaceholderData: false })}>
      <div className="lab-body">
        <section className="lab-panel">
          <h2>{text("proposal.list")}</h2>
          {rows.length === 0 ? <p className="quiet">{text("replay.proposal.none")}</p> : null}
          <FigureTable<ProposalRow>
            label={text("proposal.list")}
            file="proposals"
            rows={rows}
            keyOf={({ hash }) => hash}
            onOpen={({ hash }) => void go({ to: "/proposals/$hash", params: { hash } })}
            columns={[
              { id: "name", label: text("proposal.name"), value: ({ name }) => name },
              { id: "base", label: text("proposal.base"), value: ({ base }) => baseName(base) },
              {
                id: "stage",
                label: text("proposal.stage"),
                value: ({ stage = "drafted" }) => wordOr(text, `proposal.stage.${stage}`, stage),
              },
              {
                id: "entry",
                label: text("proposal.entry"),
                value: ({ entry }) => entry,
                show: ({ entry }) => formatInteger(locale, entry),
              },
            ]}
          />
        </section>
      </div>
    </Scene>
  );
}
