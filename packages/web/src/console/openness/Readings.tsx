import type { OpennessAnswer } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useTexts } from "../../ui/language.ts";
import { FigureTable } from "../lab/FigureTable.tsx";
import { type LabText, useLabText } from "../lab/lab-text.ts";

type Reads = OpennessAnswer["reads"];
type Output = Reads["outputs"][number];
type Reading = Reads["readings"][number];

type Props = { readonly reads: Reads; readonly nameOf: (rule: string) => string };

/** What the rules read of nationality and side: which outcomes it can reach, and every place with its provision. */
export function Readings({ reads, nameOf }: Props): ReactNode {
  const text = useLabText();
  const word = useTexts();
  const { locale } = useLanguage();
  const depending = reads.outputs.filter(({ dependsOn }) => dependsOn.length > 0);
  const factOf = (name: string): string => {
    const label = reads.facts.find((fact) => fact.name === name)?.label;
    return label ? word(label) : name;
  };
  const facts = (names: readonly string[]): string => names.map(factOf).join(", ");
  const finding =
    depending.length === 0
      ? text("open.finding.none")
      : text("open.finding", {
          depending: formatInteger(locale, depending.length),
          all: formatInteger(locale, reads.outputs.length),
        });
  return (
    <>
      <section className="lab-panel">
        <h2>{finding}</h2>
        <FigureTable<Output>
          label={text("open.outputs")}
          file="openness-outputs"
          rows={reads.outputs}
          keyOf={({ output }) => output}
          columns={[
            { id: "output", label: text("open.output"), value: ({ output }) => nameOf(output) },
            {
              id: "depends",
              label: text("open.depends"),
              value: ({ dependsOn }) => (dependsOn.length === 0 ? text("open.independent") : facts(dependsOn)),
            },
            { id: "path", label: text("open.path"), value: ({ path }) => path.map(nameOf).join(" → ") },
          ]}
        />
      </section>
      {reads.readings.length > 0 ? (
        <section className="lab-panel">
          <h2>{text("open.readings")}</h2>
          <FigureTable<Reading & { readonly at: string }>
            label={text("open.readings")}
            file="openness-readings"
            rows={reads.readings.map((reading, at) => ({ ...reading, at: String(at) }))}
            keyOf={({ at }) => at}
            columns={[
              { id: "rule", label: text("open.rule"), value: ({ rule }) => nameOf(rule) },
              { id: "place", label: text("open.place"), value: (reading) => placeOf(reading, text) },
              { id: "facts", label: text("open.depends"), value: (reading) => facts(reading.facts) },
              {
                id: "provision",
                label: text("open.provision"),
                value: ({ provisions }) => provisions.map(({ cite }) => word(cite)).join("; "),
              },
            ]}
          />
        </section>
      ) : null}
    </>
  );
}

function placeOf({ through, row, parameter, cells }: Reading, text: LabText): string {
  if (through === "parameter") return text("open.place.parameter", { name: (parameter ?? "").replaceAll("_", " ") });
  if (through !== "row") return text("open.place.formula");
  const written = Object.entries(cells ?? {}).map(([name, cell]) => `${name.replaceAll("_", " ")} ${cell}`);
  return [text("open.place.row", { row: row ?? 0 }), ...written].join(" · ");
}
