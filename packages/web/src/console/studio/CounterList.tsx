import { type Counter, labelText } from "@twinline/rulebook";
import type { ReactNode } from "react";
import { useText } from "../../ui/language.ts";
import { expressionText } from "../rulebooks/expression-text.ts";
import { PartButton } from "./FigureTable.tsx";
import { Sources } from "./Sources.tsx";
import { useReader, useStudio } from "./studio-context.ts";

/** What is added up over earlier events, for whom and within which time. */
export function CounterList(): ReactNode {
  const { law } = useStudio();
  return (
    <ul className="studio-rules">
      {law.rulebook.counters.map((counter) => (
        <CounterItem key={counter.name} counter={counter} />
      ))}
    </ul>
  );
}

function CounterItem({ counter }: { readonly counter: Counter }): ReactNode {
  const reader = useReader();
  const text = useText();
  const { measure, per, within, where } = counter;
  const what =
    measure.kind === "count"
      ? text("console.studio.counter.count")
      : text("console.studio.counter.sum", { what: labelText(reader.rulebook, reader.locale, measure.of.name) });
  const keys = per.map((key) => text(`console.studio.per.${key}`)).join(", ");
  return (
    <li>
      <h3>
        <PartButton name={counter.name} isFixed />
      </h3>
      <p className="studio-formula">
        {text("console.studio.counter", { what, keys })}
        {within === undefined ? null : ` ${text("console.studio.counter.within", { days: within })}`}
        {where === undefined
          ? null
          : ` ${text("console.studio.counter.where", { condition: expressionText(where, reader) })}`}
      </p>
      <p className="studio-cite">
        <Sources source={counter.source} />
      </p>
    </li>
  );
}
