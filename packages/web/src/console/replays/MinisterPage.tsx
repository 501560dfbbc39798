import type { ReplayReport, ReplayRow } from "@twinline/api";
import { type ReactNode, useMemo } from "react";
import { formatInteger, formatMoney } from "../../format/index.ts";
import { useLanguage, useTexts } from "../../ui/language.ts";
import { useCodeLabel } from "../asking/use-code-label.ts";
import { useLabText } from "../lab/lab-text.ts";
import { Legend, Picture } from "../lab/Picture.tsx";
import { useWhen } from "../shell/use-when.ts";
import { gainPicture, monthPicture, paidPicture } from "./pictures.ts";
import { amountText, burdenOf, currencyOf, findingOf, unitOf } from "./report.ts";

type Props = { readonly report: ReplayReport; readonly row: ReplayRow };

/** One page that can be handed to a minister: the finding as its title, three pictures, the source, what is assumed. */
export function MinisterPage({ report, row }: Props): ReactNode {
  const text = useLabText();
  const word = useTexts();
  const { locale } = useLanguage();
  const { words, result } = report;
  const { key, values } = findingOf(report, locale);
  const { base, reform } = burdenOf(report);
  const name = result.burden ?? "";
  const label = word(words.outputs[name]?.label ?? words.base);
  return (
    <article className="minister lab-panel">
      <p className="quiet">{word(words.base)}</p>
      <h2 className="minister-finding">{text(key, values)}</h2>
      <ul className="minister-changes">
        {words.changes.map((change) => (
          <li key={change.en}>{word(change)}</li>
        ))}
      </ul>
      <dl className="lab-figures">
        <Figure label={`${label}, ${text("report.now")}`} value={amountText(locale, words, name, base)} />
        <Figure label={`${label}, ${text("report.then")}`} value={amountText(locale, words, name, reform)} />
        <Figure label={text("report.difference")} value={amountText(locale, words, name, reform - base)} />
        <Figure label={text("report.people.less")} value={formatInteger(locale, result.people.less)} />
        <Figure label={text("report.people.more")} value={formatInteger(locale, result.people.more)} />
        <Figure label={text("report.people.same")} value={formatInteger(locale, result.people.same)} />
      </dl>
      <Pictures report={report} />
      <Foot report={report} row={row} />
    </article>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Pictures({ report }: { readonly report: ReplayReport }): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  const goods = useCodeLabel("goodsCategories");
  const currency = currencyOf(report);
  const { by } = report.result;
  const drawn = useMemo(() => {
    const month = unitOf(Math.max(0, ...(by.month ?? []).map((group) => burdenOf(report, group).base)));
    const gain = unitOf(Math.max(0, ...(by.residence ?? []).map(({ gained }) => gained)));
    const paid = unitOf(Math.max(0, ...(by.category ?? []).map((group) => burdenOf(report, group).base)));
    const named = (key: string): string => (key === "" ? text("report.key.empty") : goods(key));
    return {
      month: { options: monthPicture(report, { locale, ...month }), unit: text(month.key, { currency }) },
      gain: {
        options: gainPicture(by.residence ?? [], (key) => key, { locale, ...gain }),
        unit: text(gain.key, { currency }),
      },
      paid: {
        options: paidPicture(report, by.category ?? [], named, { locale, ...paid }),
        unit: text(paid.key, { currency }),
      },
    };
  }, [report, by, locale, text, goods, currency]);
  const legend = (
    <Legend
      items={[
        ["var(--used)", text("report.now")],
        ["var(--jade)", text("report.then")],
      ]}
    />
  );
  return (
    <div className="minister-pictures">
      <Picture
        title={text("report.by-month")}
        note={text("report.paid", { unit: drawn.month.unit })}
        options={drawn.month.options}
        legend={legend}
      />
      <Picture
        title={text("report.by-residence")}
        note={text("report.paid-less", { unit: drawn.gain.unit })}
        options={drawn.gain.options}
      />
      <Picture
        title={text("report.by-category")}
        note={text("report.paid", { unit: drawn.paid.unit })}
        options={drawn.paid.options}
        legend={legend}
      />
    </div>
  );
}

const HASH_SHOWN = 12;
const DOUBTS_SHOWN = 6;

function Foot({ report, row }: Props): ReactNode {
  const text = useLabText();
  const word = useTexts();
  const when = useWhen();
  const { locale } = useLanguage();
  const { words, result, history } = report;
  const source = text(`report.source.${history}`, {
    passages: formatInteger(locale, result.history.passages),
    lines: formatInteger(locale, result.history.lines),
    from: when.day(result.history.from),
    to: when.day(result.history.to),
    hash: (row.report ?? "").slice(0, HASH_SHOWN),
    entry: formatInteger(locale, row.entry ?? 0),
  });
  const response = result.response;
  const unanswered = result.unanswered.reduce((sum, { lines }) => sum + lines, 0);
  const doubts = [...new Set(result.doubts.map(({ parameter }) => parameter.replaceAll("_", " ")))];
  const label = word(words.outputs[result.burden ?? ""]?.label ?? words.base);
  return (
    <footer className="minister-foot">
      {result.caveats.map((caveat) => (
        <p key={caveat.en} className="minister-caveat">
          {word(caveat)}
        </p>
      ))}
      {response ? (
        <p>
          {text("report.response", {
            elasticity: response.elasticity,
            name: label,
            amount: formatMoney(locale, { minor: response.burden.reform, currency: currencyOf(report) }),
          })}{" "}
          {word(response.said)}
        </p>
      ) : null}
      {result.law ? <p>{text("report.law-day", { day: when.day(result.law) })}</p> : null}
      {unanswered > 0 ? <p>{text("report.unanswered", { count: formatInteger(locale, unanswered) })}</p> : null}
      {doubts.length > 0 ? (
        <p>
          {text("report.doubts", {
            list: doubts.slice(0, DOUBTS_SHOWN).join(", ") + (doubts.length > DOUBTS_SHOWN ? " …" : ""),
          })}
        </p>
      ) : null}
      <p className="lab-source">{text("lab.source", { source })}</p>
    </footer>
  );
}
