import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import type { OpennessAnswer } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { useText, useTexts } from "../../ui/language.ts";
import { Segmented } from "../../ui/Segmented.tsx";
import { Select } from "../../ui/Select.tsx";
import { asked } from "../asking/asked.ts";
import { Scene } from "../asking/Scene.tsx";
import { useLabText } from "../lab/lab-text.ts";
import { patient } from "../lab/patient.ts";
import { Readings } from "./Readings.tsx";
import { Twins } from "./Twins.tsx";
import "../lab/lab.css";

type Sample = "examples" | "journal";

/** Where outcomes depend on nationality or side, by how much, and under which provision. */
export function OpennessScene(): ReactNode {
  const text = useLabText();
  const word = useTexts();
  const [name, choose] = useState<string>();
  const [sample, take] = useState<Sample>("examples");
  const list = useQuery({ queryKey: ["proposals"], queryFn: () => asked("proposals") });
  const bases = list.data?.bases ?? [];
  const reforms = list.data?.rows ?? [];
  const { proposal } = useSearch({ strict: false }) as { readonly proposal?: string };
  const reform = reforms.find(({ hash }) => hash === (name ?? proposal));
  const inForce = bases.find((base) => base.name === name)?.name;
  const rulebook =
    reform?.base ?? inForce ?? bases.find((base) => base.name.endsWith("/arrival"))?.name ?? bases[0]?.name;
  const query = useQuery({
    ...patient,
    queryKey: ["openness", rulebook, reform?.hash, sample],
    enabled: rulebook !== undefined,
    queryFn: () =>
      asked("openness", { body: { rulebook, sample, ...(reform === undefined ? {} : { proposal: reform.hash }) } }),
  });
  return (
    <Scene
      title={text("open.title")}
      asking={{
        isPending: query.isPending,
        isFetching: query.isFetching,
        error: query.error ?? list.error,
        hasData: query.data !== undefined,
      }}
      above={
        <div className="query-bar">
          <Select
            label={text("open.rulebook")}
            value={reform?.hash ?? rulebook ?? ""}
            onChange={choose}
            empty=""
            options={[
              ...bases.map((base) => ({ value: base.name, label: `${word(base.label)} · ${base.name}` })),
              ...reforms.map((one) => ({ value: one.hash, label: `${text("replay.proposal")} · ${one.name}` })),
            ]}
          />
          <Segmented<Sample>
            label={text("open.sample")}
            value={sample}
            onChange={take}
            options={[
              { value: "examples", label: text("open.sample.examples") },
              { value: "journal", label: text("open.sample.journal") },
            ]}
          />
        </div>
      }
    >
      {query.data ? <Answer answer={query.data} /> : null}
    </Scene>
  );
}

function Answer({ answer }: { readonly answer: OpennessAnswer }): ReactNode {
  const text = useLabText();
  const word = useTexts();
  const say = useText();
  const { reads, twins } = answer;
  const labels = new Map([
    ...reads.outputs.map(({ output, label }) => [output, label] as const),
    ...reads.readings.map(({ rule, label }) => [rule, label] as const),
  ]);
  const nameOf = (rule: string): string => {
    const label = labels.get(rule);
    return label ? word(label) : rule.replaceAll("_", " ");
  };
  return (
    <div className="lab-body">
      <Readings reads={reads} nameOf={nameOf} />
      {twins ? <Twins twins={twins} nameOf={nameOf} /> : <p className="lab-panel">{text("open.no-country")}</p>}
      <ul className="lab-source" aria-label={say("console.openness")}>
        {[...reads.caveats, ...(twins?.caveats ?? [])].map((caveat) => (
          <li key={caveat.en}>{word(caveat)}</li>
        ))}
      </ul>
    </div>
  );
}
