import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { asked, problemOf } from "../asking/asked.ts";
import { ProblemLine } from "../asking/ProblemLine.tsx";
import { useLabText } from "../lab/lab-text.ts";
import { patient } from "../lab/patient.ts";
import { useSettled } from "../lab/use-settled.ts";
import { examples } from "./examples.ts";
import { ImpactResult } from "./ImpactResult.tsx";
import { Interval } from "./Interval.tsx";
import { ParameterSliders } from "./ParameterSliders.tsx";
import { type Moves, parametersOf, withMoves } from "./parameters.ts";
import { WrittenField } from "./WrittenField.tsx";

type Props = { readonly name: keyof typeof examples };

/** A model over an input that is written once and then moved by hand, with its interval beside. */
export function OneModel({ name }: Props): ReactNode {
  const text = useLabText();
  const example = examples[name];
  const [question, ask] = useState<object>(example.input);
  const [moves, move] = useState<Moves>({});
  const parameters = useMemo(() => parametersOf(name, question), [name, question]);
  const settled = useSettled(moves, "impact");
  const moved = useMemo(() => withMoves(question, parameters, settled), [question, parameters, settled]);
  const written = useQuery(modelQuery(name, question));
  const now = useQuery({ ...modelQuery(name, moved), placeholderData: (last) => last });
  const answer = written.isError ? undefined : now.data;
  return (
    <>
      <section className="lab-panel">
        <InputField
          source={example.source}
          first={example.input}
          compute={(input) => {
            move({});
            ask(input);
          }}
        />
        <ProblemLine problem={problemOf(written.error ?? now.error)} />
      </section>
      {parameters.length > 0 ? (
        <section className="lab-panel" aria-busy={now.isFetching}>
          <h2>{text("imp.sliders")}</h2>
          <ParameterSliders parameters={parameters} moves={moves} move={move} />
          {written.data && answer ? <Interval written={written.data} moved={answer} /> : null}
        </section>
      ) : null}
      {answer ? <ImpactResult name={name} answer={answer} /> : null}
    </>
  );
}

/** The same question is answered once; a model gives the same answer for ever. */
function modelQuery(model: string, input: object) {
  return {
    ...patient,
    queryKey: ["impact", model, input] as const,
    queryFn: () => asked("impact", { body: { model, input } }),
    staleTime: Number.POSITIVE_INFINITY,
  };
}

type FieldProps = {
  readonly source: string;
  readonly first: object;
  readonly compute: (input: object) => void;
};

function InputField({ source, first, compute }: FieldProps): ReactNode {
  const text = useLabText();
  const [written, write] = useState(() => JSON.stringify(first, null, 1));
  const input = readObject(written);
  return (
    <>
      <WrittenField label={text("imp.input")} value={written} onChange={write} />
      {input === undefined ? <p className="ui-error">{text("imp.not-json")}</p> : null}
      <div className="lab-form">
        <Button
          tone="primary"
          isDisabled={input === undefined}
          onPress={() => {
            if (input !== undefined) compute(input);
          }}
        >
          {text("imp.compute")}
        </Button>
        <p className="lab-source">{text("imp.example", { source })}</p>
      </div>
    </>
  );
}

function readObject(written: string): object | undefined {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
