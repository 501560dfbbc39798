import { useMutation } from "@tanstack/react-query";
import type { ImpactLinesAnswer } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { useLanguage } from "../../ui/language.ts";
import { TextField } from "../../ui/TextField.tsx";
import { asked, problemOf } from "../asking/asked.ts";
import { ProblemLine } from "../asking/ProblemLine.tsx";
import { FigureTable } from "../lab/FigureTable.tsx";
import { useLabText } from "../lab/lab-text.ts";
import { numberText } from "../lab/number-text.ts";
import { patient } from "../lab/patient.ts";
import { flowsExample } from "./examples.ts";
import { WrittenField } from "./WrittenField.tsx";

const CHARS_MAX = 60_000;

/** The single-market model for each tariff line of a file of trade flows, by both variants of diversion. */
export function LineModel(): ReactNode {
  const text = useLabText();
  const [csv, write] = useState(flowsExample);
  const [demand, setDemand] = useState("-1.5");
  const [substitution, setSubstitution] = useState("1.5");
  const computing = useMutation({ ...patient, mutationFn: (body: object) => asked("impactLines", { body }) });
  const question = {
    csv,
    importDemandElasticity: Number(demand.replace(",", ".")),
    substitutionElasticity: Number(substitution.replace(",", ".")),
  };
  const isRight = question.importDemandElasticity <= 0 && question.substitutionElasticity >= 0 && csv.trim() !== "";
  return (
    <>
      <section className="lab-panel">
        <WrittenField label={text("imp.csv")} value={csv} onChange={write} maxLength={CHARS_MAX} />
        <div className="lab-form">
          <TextField label={text("imp.demand")} value={demand} onChange={setDemand} inputMode="decimal" maxLength={7} />
          <TextField
            label={text("imp.substitution")}
            value={substitution}
            onChange={setSubstitution}
            inputMode="decimal"
            maxLength={7}
          />
          <Button
            tone="primary"
            isDisabled={!isRight || computing.isPending}
            onPress={() => computing.mutate(question)}
          >
            {text("imp.compute")}
          </Button>
        </div>
        <ProblemLine problem={problemOf(computing.error)} />
      </section>
      {computing.data ? <Lines answer={computing.data} /> : null}
    </>
  );
}

type Done = Exclude<ImpactLinesAnswer, { readonly faults: unknown }>;
type Row = Pick<Done["lines"][number], "variants"> & { readonly line: string };

function Lines({ answer }: { readonly answer: ImpactLinesAnswer }): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  if ("faults" in answer)
    return (
      <ul className="lab-panel">
        {answer.faults.map(({ line, column, sentence }) => (
          <li key={`${line} ${column} ${sentence}`}>{text("imp.faults", { line, column, sentence })}</li>
        ))}
      </ul>
    );
  const rows: readonly Row[] = [...answer.lines, { line: text("imp.total"), variants: answer.totals }];
  const column = (id: string, label: string, value: (row: Row) => number) => ({
    id,
    label,
    value,
    show: (row: Row) => numberText(locale, value(row), 2),
  });
  return (
    <section className="lab-panel">
      <h2>{text("imp.result")}</h2>
      <FigureTable<Row>
        label={text("imp.result")}
        file="smart-lines"
        rows={rows}
        keyOf={({ line }) => line}
        columns={[
          { id: "line", label: text("imp.line-name"), value: ({ line }) => line },
          column("creation", text("imp.creation"), ({ variants }) => variants.jammesOlarreaga.tradeCreation),
          column(
            "jo",
            text("imp.diversion.jammesOlarreaga"),
            ({ variants }) => variants.jammesOlarreaga.tradeDiversion,
          ),
          column("ly", text("imp.diversion.lairdYeats"), ({ variants }) => variants.lairdYeats.tradeDiversion),
          column("revenue", text("imp.revenue"), ({ variants }) => variants.jammesOlarreaga.tariffRevenueChange),
          column("welfare", text("imp.welfare"), ({ variants }) => variants.jammesOlarreaga.welfareGain),
        ]}
      />
    </section>
  );
}
