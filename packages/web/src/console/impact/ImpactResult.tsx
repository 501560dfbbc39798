import type { ImpactAnswer } from "@twinline/api";
import { type ReactNode, useMemo } from "react";
import { useLanguage } from "../../ui/language.ts";
import { FigureTable } from "../lab/FigureTable.tsx";
import { type LabKey, useLabText } from "../lab/lab-text.ts";
import { numberText, shareText } from "../lab/number-text.ts";
import { Legend, Picture } from "../lab/Picture.tsx";
import { AREA_INKS, tornadoPicture, vinerPlot } from "./pictures.ts";

type Props = { readonly name: string; readonly answer: ImpactAnswer };

/** A model's answer: the picture where it has one, what it hangs on, and every figure of its working. */
export function ImpactResult({ name, answer }: Props): ReactNode {
  const text = useLabText();
  const rows = useMemo(() => [...flat(answer.result)], [answer]);
  const { locale } = useLanguage();
  return (
    <>
      {answer.picture ? <Viner answer={answer} /> : null}
      {answer.tornado ? <Sensitivity answer={answer} /> : null}
      {answer.working.length > 0 ? <Working name={name} answer={answer} /> : null}
      <section className="lab-panel">
        <h2>{text("imp.result")}</h2>
        <FigureTable<Line>
          label={text("imp.result")}
          file={name}
          rows={rows}
          keyOf={({ field }) => field}
          columns={[
            { id: "field", label: text("imp.field"), value: ({ field }) => field },
            {
              id: "value",
              label: text("imp.value"),
              value: ({ value }) => value,
              show: ({ value }) => (typeof value === "number" ? numberText(locale, value, 4) : value),
            },
          ]}
        />
      </section>
    </>
  );
}

type Step = ImpactAnswer["working"][number];

/** The main results step by step, so that they can be followed by hand. */
function Working({ name, answer }: Props): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  return (
    <section className="lab-panel">
      <h2>{text("imp.working")}</h2>
      <FigureTable<Step>
        label={text("imp.working")}
        file={`${name}-working`}
        rows={answer.working}
        keyOf={(step) => step.name}
        columns={[
          { id: "step", label: text("imp.step"), value: (step) => step.name },
          { id: "formula", label: text("imp.formula"), value: ({ formula }) => formula },
          { id: "filled", label: text("imp.filled"), value: ({ filled }) => filled },
          {
            id: "value",
            label: text("imp.value"),
            value: ({ value }) => value,
            show: ({ value }) => numberText(locale, value, 4),
          },
        ]}
      />
    </section>
  );
}

type Line = { readonly field: string; readonly value: string | number };

/** Every number and word of a result by its path. */
function* flat(value: unknown, at = ""): Generator<Line> {
  if (typeof value === "number" || typeof value === "string") yield { field: at, value };
  else if (typeof value === "boolean" || value === null) yield { field: at, value: String(value) };
  else if (Array.isArray(value)) for (const [index, one] of value.entries()) yield* flat(one, `${at}[${index}]`);
  else if (typeof value === "object")
    for (const [name, one] of Object.entries(value ?? {})) yield* flat(one, at === "" ? name : `${at}.${name}`);
}

const KINDS = ["trade-creating", "trade-diverting"] as const;

function Viner({ answer }: { readonly answer: ImpactAnswer }): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  const picture = answer.picture!;
  const options = useMemo(() => vinerPlot(picture, text, locale), [picture, text, locale]);
  const kind = KINDS.find((one) => one === picture.kind);
  const welfare = numberText(locale, Number(answer.result.netWelfareChange), 2);
  const title = kind === undefined ? text("imp.viner.none") : text(`imp.viner.${kind}`, { welfare });
  const items = picture.areas.map(({ name, value }): [string, string] => [
    AREA_INKS[name] ?? "var(--used)",
    `${text(`imp.area.${name}` as LabKey)}: ${numberText(locale, value, 2)}`,
  ]);
  return (
    <section className="lab-panel">
      <Picture title={title} note={text("imp.viner.note")} options={options} legend={<Legend items={items} />} />
    </section>
  );
}

function Sensitivity({ answer }: { readonly answer: ImpactAnswer }): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  const tornado = answer.tornado!;
  const options = useMemo(() => tornadoPicture(tornado, locale), [tornado, locale]);
  const { spread } = answer;
  return (
    <section className="lab-panel">
      <Picture
        title={text("imp.tornado")}
        note={text("imp.tornado.note", { output: tornado.output })}
        options={options}
      />
      {spread ? (
        <p>
          {text("imp.spread", {
            p5: numberText(locale, spread.quantiles.p5, 2),
            p95: numberText(locale, spread.quantiles.p95, 2),
            share: shareText(locale, spread.sameSign),
          })}
        </p>
      ) : null}
    </section>
  );
}
