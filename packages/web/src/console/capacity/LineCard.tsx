import { Link } from "@tanstack/react-router";
import type { CapacityAnswer, Figure, LineForecast } from "@twinline/api";
import { type ReactNode, useMemo } from "react";
import { formatInteger, formatPercent, formatScaled } from "../../format/index.ts";
import { Button } from "../../ui/Button.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Picture } from "../lab/Picture.tsx";
import { useMay } from "../shell/desk.ts";
import { useWhen } from "../shell/use-when.ts";
import { boardWord, useBoardText } from "../supervision/board-text.ts";
import { waitPicture } from "./pictures.ts";
import { useWaitWords } from "./wait-words.ts";

type Props = { readonly line: LineForecast; readonly data: CapacityAnswer; readonly onCount?: () => void };

/** One line: its wait now and later, the advice in a sentence, what each lane more would do, and the working. */
export function LineCard({ line, data, onCount }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useBoardText();
  const { wait, advice } = useWaitWords();
  const { gate, nowSeconds, forecastSeconds = 0 } = line;
  const name = `${gate} · ${boardWord(text, "line", line.line)}`;
  const target = text("wait.target", { minutes: data.targetMinutes });
  const options = useMemo(
    () => waitPicture(line, data.targetMinutes, locale, target),
    [line, data.targetMinutes, locale, target],
  );
  const open = { n: line.open, open: formatInteger(locale, line.open), lanes: formatInteger(locale, line.lanes) };
  return (
    <section className="lab-panel capacity-line" aria-label={name}>
      <header>
        <h2>{name}</h2>
        <span className="quiet">{text("capacity.open", open)}</span>
        {onCount ? <Button onPress={onCount}>{text("count.act")}</Button> : null}
      </header>
      <div className="board-pair">
        <div className="capacity-words">
          <dl className="lab-figures">
            <div>
              <dt>{text("wait.now")}</dt>
              <dd>{nowSeconds === undefined ? text("wait.unknown") : wait(nowSeconds)}</dd>
            </div>
            <div>
              <dt>{text("wait.later", { minutes: data.horizonMinutes })}</dt>
              <dd>{wait(forecastSeconds)}</dd>
            </div>
          </dl>
          <p className="capacity-advice">{advice(line) ?? text("advice.enough")}</p>
          <Working line={line} data={data} />
        </div>
        {line.options.length > 1 ? (
          <Picture title={text("wait.by-lanes")} note={text("wait.by-lanes.note")} options={options} />
        ) : null}
      </div>
    </section>
  );
}

/** Every figure of the forecast with where it is from, and what is assumed. */
function Working({ line, data }: { readonly line: LineForecast; readonly data: CapacityAnswer }): ReactNode {
  const { locale } = useLanguage();
  const text = useBoardText();
  const may = useMay();
  const when = useWhen();
  const count = (n: number): string => formatInteger(locale, n);
  const { waiting, seconds, variation, utilisationPercent = 0 } = line;
  const counted =
    waiting === undefined
      ? text("working.not-counted")
      : text(countedKey(waiting), {
          people: count(waiting.people),
          time: when.time(waiting.at),
          lanes: count(waiting.lanes ?? 0),
          open: count(Math.max(line.open, waiting.lanes ?? 0)),
        });
  return (
    <details className="capacity-working">
      <summary>{text("working.title")}</summary>
      <dl className="facts">
        <Row label={text("working.passed", { minutes: data.spanMinutes })}>{count(line.passedPerHour)}</Row>
        <Row label={text("working.waiting")}>
          {waiting !== undefined && may("entry.list") ? (
            <Link to="/entries" search={{ open: waiting.entry }}>
              {counted}
            </Link>
          ) : (
            counted
          )}
        </Row>
        <Row label={text("working.arriving")}>{count(line.arrivingPerHour)}</Row>
        {seconds ? <Row label={text("working.seconds")}>{<FigureWords figure={seconds} />}</Row> : null}
        <Row label={text("working.variation")}>{<FigureWords figure={variation} />}</Row>
        <Row label={text("working.load")}>{formatPercent(locale, utilisationPercent)}</Row>
      </dl>
      <p>{text("working.how", { minutes: data.horizonMinutes })}</p>
      <p>{text("working.assumed")}</p>
    </details>
  );
}

function countedKey({ isFresh, lanes }: NonNullable<LineForecast["waiting"]>) {
  if (!isFresh) return "working.counted-old";
  return lanes === undefined ? "working.counted" : "working.counted-lanes";
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const HUNDREDTHS = 2;

function FigureWords({ figure }: { readonly figure: Figure }): ReactNode {
  const { locale } = useLanguage();
  const text = useBoardText();
  const { value, basis, source, confidence } = figure;
  const from = source === undefined ? text(`basis.${basis}`) : `${text(`basis.${basis}`)}: ${source}`;
  const doubt = confidence === undefined ? "" : `, ${boardWord(text, "confidence", confidence)}`;
  const written = formatScaled(locale, Math.round(value * 100), HUNDREDTHS);
  return text("figure.from", { value: written, from: `${from}${doubt}` });
}
