import type { ReactNode } from "react";
import { formatInteger, formatTime } from "../format/index.ts";
import { useLanguage, useText } from "../ui/language.ts";
import type { Counting } from "./use-count.ts";

/** A glance tells so many and not one more exactly; the steps grow as a glance's error does. */
export const COUNT_STEPS = [0, 5, 10, 20, 40, 80] as const;

type Props = { readonly counting: Counting; readonly isCut: boolean; readonly timeZone: string };

/**
 * How many wait before the glass: one press between two travellers. Like a verdict's button none takes the focus, so that no
 * key of a reader can press it (ux.md T2); with a keyboard the console's count is used.
 */
export function QueueCount({ counting, isCut, timeZone }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { last, count } = counting;
  const isOff = isCut || last?.state === "busy";
  return (
    <fieldset className="count">
      <legend className="ui-heading">{text("gate.count")}</legend>
      <div className="count-steps">
        {COUNT_STEPS.map((people) => (
          <button
            key={people}
            type="button"
            tabIndex={-1}
            className="ui-button"
            aria-disabled={isOff}
            aria-label={text("gate.count.people", { people: formatInteger(locale, people) })}
            data-chosen={(last?.state === "done" && last.people === people) || undefined}
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onFocus={(event) => event.currentTarget.blur()}
            onClick={() => (isOff ? undefined : count(people))}
          >
            {formatInteger(locale, people)}
          </button>
        ))}
      </div>
      <p className="count-word" role="status">
        <Word counting={counting} isCut={isCut} timeZone={timeZone} />
      </p>
    </fieldset>
  );
}

function Word({ counting: { last }, isCut, timeZone }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  if (isCut) return text("gate.count.cut");
  if (last === undefined) return text("gate.count.more");
  const people = formatInteger(locale, last.people);
  if (last.state === "done")
    return text("gate.count.done", { people, time: formatTime(Temporal.Instant.from(last.at), timeZone) });
  return text(last.state === "busy" ? "gate.count.busy" : "gate.count.failed");
}
