import { useQuery } from "@tanstack/react-query";
import type { HallRun, LineForecast } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger, formatPercent, formatScaled, formatTenths } from "../../format/index.ts";
import { ask } from "../../link/ask.ts";
import { resultOf } from "../../sign-in/access.ts";
import { Button } from "../../ui/Button.tsx";
import { useLanguage } from "../../ui/language.ts";
import { TextField } from "../../ui/TextField.tsx";
import { asked } from "../asking/asked.ts";
import { ProblemLine } from "../asking/ProblemLine.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { useBoardText } from "../supervision/board-text.ts";
import { useWaitWords } from "./wait-words.ts";

const POLL_MS = 400;
const fields = ["lanes", "perHour", "seconds"] as const;
type Field = (typeof fields)[number];
const most: Readonly<Record<Field, number>> = { lanes: 500, perHour: 30_000, seconds: 3_600 };
const SECONDS = 15;

/** What if the hall had so many lanes: simulated beside the node's work, with its interval. */
export function HallForm({ lines }: { readonly lines: readonly LineForecast[] }): ReactNode {
  const text = useBoardText();
  const busiest = lines.toSorted((a, b) => b.arrivingPerHour - a.arrivingPerHour)[0];
  const [draft, setDraft] = useState<Readonly<Record<Field, string>>>({
    lanes: String(busiest?.lanes ?? 1),
    perHour: String(Math.max(1, busiest?.arrivingPerHour ?? 1)),
    seconds: String(Math.round(busiest?.seconds?.value ?? SECONDS)),
  });
  const [id, setId] = useState<string>();
  const { run, isBusy, problem } = useDeed("hall");
  const isGood = (field: Field): boolean => /^[1-9]\d{0,5}$/.test(draft[field]) && Number(draft[field]) <= most[field];
  const start = async (): Promise<void> => {
    if (!fields.every(isGood)) return;
    const body = Object.fromEntries(fields.map((field) => [field, Number(draft[field])]));
    const begun = await run(async () => resultOf(await ask("hallRun", { body })));
    if (begun) setId(begun.id);
  };
  return (
    <section className="lab-panel" id="what-if">
      <h2>{text("hall.title")}</h2>
      <p className="lab-source">{text("hall.more")}</p>
      <form
        className="lab-form"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        {fields.map((field) => (
          <TextField
            key={field}
            label={text(`hall.${field}`)}
            value={draft[field]}
            onChange={(value) => setDraft({ ...draft, [field]: value.trim() })}
            inputMode="numeric"
            maxLength={6}
            error={isGood(field) ? undefined : text("hall.error", { most: most[field] })}
          />
        ))}
        <Button type="submit" tone="primary" isDisabled={isBusy || !fields.every(isGood)}>
          {text("hall.start")}
        </Button>
      </form>
      <ProblemLine problem={problem} />
      {id === undefined ? null : <Outcome key={id} id={id} />}
    </section>
  );
}

function isOver(run: HallRun | undefined): boolean {
  return run?.state === "done" || run?.state === "failed";
}

function Outcome({ id }: { readonly id: string }): ReactNode {
  const { locale } = useLanguage();
  const text = useBoardText();
  const { data } = useQuery({
    queryKey: ["hall", id],
    queryFn: () => asked("hall", { params: { id } }),
    refetchInterval: ({ state }) => (isOver(state.data) ? false : POLL_MS),
  });
  if (data === undefined) return null;
  if (data.state === "failed") return <p className="ui-notice">{text("hall.failed")}</p>;
  if (data.result === undefined)
    return (
      <div className="lab-progress">
        <progress max={100} value={data.percent} aria-label={text("hall.title")} />
        <span>{formatPercent(locale, data.percent)}</span>
      </div>
    );
  return <Result run={data} result={data.result} />;
}

/** What was waited for is seen when it comes. */
function intoView(place: HTMLElement | null): void {
  place?.scrollIntoView({ block: "nearest" });
}

type ResultProps = { readonly run: HallRun; readonly result: NonNullable<HallRun["result"]> };

function Result({ run, result }: ResultProps): ReactNode {
  const { locale } = useLanguage();
  const text = useBoardText();
  const { wait } = useWaitWords();
  const { waitSeconds, waiting, formulaSeconds } = result;
  const tenths = (value: number): string => formatScaled(locale, Math.round(value * 10), 1);
  const seconds = (value: number): string => formatTenths(locale, Math.round(value * 10), "second");
  const asked = {
    lanes: formatInteger(locale, run.asked.lanes),
    perHour: formatInteger(locale, run.asked.perHour),
    seconds: formatInteger(locale, run.asked.seconds),
  };
  const interval = (one: { readonly low: number; readonly high: number }): string =>
    text("hall.interval", { low: tenths(one.low), high: tenths(one.high) });
  return (
    <div className="capacity-words" aria-live="polite" ref={intoView}>
      <p>{text("hall.asked", asked)}</p>
      {result.isStable ? null : <p className="ui-notice">{text("hall.grows")}</p>}
      <dl className="lab-figures">
        <div>
          <dt>{text("hall.wait")}</dt>
          <dd>
            {wait(waitSeconds.mean)}
            <small>{`${seconds(waitSeconds.mean)}; ${interval(waitSeconds)}`}</small>
          </dd>
        </div>
        <div>
          <dt>{text("hall.waiting")}</dt>
          <dd>
            {tenths(waiting.mean)}
            <small>{interval(waiting)}</small>
          </dd>
        </div>
        <div>
          <dt>{text("working.load")}</dt>
          <dd>{formatPercent(locale, result.utilisationPercent)}</dd>
        </div>
        {formulaSeconds === undefined ? null : (
          <div>
            <dt>{text("hall.formula")}</dt>
            <dd>{seconds(formulaSeconds)}</dd>
          </div>
        )}
      </dl>
      <p className="lab-source">
        {text("hall.source", { repetitions: result.repetitions, hours: result.hours, seed: String(result.seed) })}
      </p>
    </div>
  );
}
