import type { ReplayReport, ReportChange, ReportExample } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useLanguage, useTexts } from "../../ui/language.ts";
import { Explanation } from "../entries/Explanation.tsx";
import { useLabText } from "../lab/lab-text.ts";
import { useWhen } from "../shell/use-when.ts";
import "../entries/entries.css";

/** What is decided otherwise, the commonest first, each with lines of the history that can be opened. */
export function ChangeList({ report }: { readonly report: ReplayReport }): ReactNode {
  const text = useLabText();
  const when = useWhen();
  const { locale } = useLanguage();
  const name = useChangeName(report);
  const [opened, open] = useState<{ readonly change: ReportChange; readonly example: ReportExample }>();
  const { changes } = report.result;
  return (
    <section className="lab-panel">
      <h2>{text("report.changes")}</h2>
      {changes.length === 0 ? <p className="quiet">{text("report.changes.none")}</p> : null}
      <ul className="change-list">
        {changes.map((change) => (
          <li key={`${change.output} ${change.from} ${change.to}`}>
            <span>
              <strong>{name(change)}</strong> · {text("report.lines")}: {formatInteger(locale, change.lines)}
            </span>
            <span className="row-acts">
              {change.examples.map((example) => (
                <Button key={`${example.passage} ${example.line}`} onPress={() => open({ change, example })}>
                  {text("report.example", {
                    passage: formatInteger(locale, example.passage),
                    line: formatInteger(locale, example.line),
                    day: when.day(example.day),
                  })}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {opened ? (
        <Dialog title={name(opened.change)} onClose={() => open(undefined)} wide>
          <ExampleText report={report} example={opened.example} />
          <div className="ui-dialog-buttons">
            <Button onPress={() => open(undefined)}>{text("lab.close")}</Button>
          </div>
        </Dialog>
      ) : null}
    </section>
  );
}

function useChangeName({ words, result }: ReplayReport): (change: ReportChange) => string {
  const text = useLabText();
  const word = useTexts();
  return ({ output, from, to }) => {
    const label = words.outputs[output]?.label;
    const isBurden = output === result.burden;
    const codeOf = (code: string): string => {
      if (isBurden && (code === "less" || code === "more" || code === "same")) return text(`report.change.${code}`);
      return words.codes[code] ? word(words.codes[code]) : code;
    };
    if (isBurden) return `${label ? word(label) : output}: ${codeOf(to)}`;
    return text("report.change", { output: label ? word(label) : output, from: codeOf(from), to: codeOf(to) });
  };
}

type ExampleProps = { readonly report: ReplayReport; readonly example: ReportExample };

/** One line of the history: what was known, and both decisions told side by side. */
function ExampleText({ report: { words }, example }: ExampleProps): ReactNode {
  const text = useLabText();
  const word = useTexts();
  const labelOf = (name: string): string => {
    const label = words.facts[name] ?? words.outputs[name]?.label;
    return label ? word(label) : name.replaceAll("_", " ");
  };
  const wordOfValue = (value: unknown): string => {
    if (typeof value === "boolean") return text(value ? "lab.yes" : "lab.no");
    const code = typeof value === "string" ? words.codes[value] : undefined;
    return code ? word(code) : String(value);
  };
  return (
    <div className="example">
      <h3>{text("report.example.facts")}</h3>
      <dl className="example-facts">
        {Object.entries(example.facts).map(([name, value]) => (
          <div key={name}>
            <dt>{labelOf(name)}</dt>
            <dd>{wordOfValue(value)}</dd>
          </div>
        ))}
      </dl>
      <div className="lab-columns">
        {(["base", "reform"] as const).map((policy) => (
          <section key={policy}>
            <h3>{text(policy === "base" ? "report.now" : "report.then")}</h3>
            <Explanation lines={example[policy].explanation} />
          </section>
        ))}
      </div>
    </div>
  );
}
