import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useId, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Segmented } from "../../ui/Segmented.tsx";
import { asked, problemOf } from "../asking/asked.ts";
import { ProblemLine } from "../asking/ProblemLine.tsx";
import { Scene } from "../asking/Scene.tsx";
import { useLabText } from "../lab/lab-text.ts";
import { patient } from "../lab/patient.ts";
import { examples } from "./examples.ts";
import { ImpactResult } from "./ImpactResult.tsx";
import { LineModel } from "./LineModel.tsx";
import "../lab/lab.css";

const MODELS = ["viner-customs-union", "smart", "gsim", "revenue-cascade"] as const;
type ModelName = (typeof MODELS)[number];
type Choice = ModelName | "lines";

/** What a change of tariffs does, by published models, with the working and the sensitivity shown. */
export function ImpactScene(): ReactNode {
  const text = useLabText();
  const [choice, choose] = useState<Choice>("viner-customs-union");
  return (
    <Scene
      title={text("imp.title")}
      asking={{ isPending: false, isFetching: false, error: null, hasData: true }}
      above={
        <div className="query-bar">
          <Segmented<Choice>
            label={text("imp.model")}
            value={choice}
            onChange={choose}
            options={[...MODELS, "lines" as const].map((value) => ({ value, label: text(`imp.model.${value}`) }))}
          />
        </div>
      }
    >
      <div className="lab-body">{choice === "lines" ? <LineModel /> : <OneModel key={choice} name={choice} />}</div>
    </Scene>
  );
}

const ROWS = 8;

function OneModel({ name }: { readonly name: ModelName }): ReactNode {
  const text = useLabText();
  const id = useId();
  const example = examples[name];
  const [written, write] = useState(() => JSON.stringify(example.input, null, 1));
  const input = readObject(written);
  const computing = useMutation({ ...patient, mutationFn: (body: object) => asked("impact", { body }) });
  return (
    <>
      <section className="lab-panel">
        <div className="ui-field">
          <label className="ui-label" htmlFor={id}>
            {text("imp.input")}
          </label>
          <textarea
            id={id}
            className="ui-input ui-mono"
            rows={ROWS}
            spellCheck={false}
            value={written}
            onChange={(event) => write(event.target.value)}
          />
        </div>
        {input === undefined ? <p className="ui-error">{text("imp.not-json")}</p> : null}
        <div className="lab-form">
          <Button
            tone="primary"
            isDisabled={input === undefined || computing.isPending}
            onPress={() => computing.mutate({ model: name, input })}
          >
            {text("imp.compute")}
          </Button>
          <p className="lab-source">{text("imp.example", { source: example.source })}</p>
        </div>
        <ProblemLine problem={problemOf(computing.error)} />
      </section>
      {computing.data ? <ImpactResult name={name} answer={computing.data} /> : null}
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
