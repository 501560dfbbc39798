import type { QueuePlan } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage } from "../../ui/language.ts";
import { useWhen } from "../shell/use-when.ts";
import { useQueueText } from "./queue-text.ts";

/** Who is moved by a change, from which slot to which: read before it is done. */
export function Plan({ plan: { moves, unplaced } }: { readonly plan: QueuePlan }): ReactNode {
  const { locale } = useLanguage();
  const say = useQueueText();
  const when = useWhen();
  const time = (at: string | undefined): string => (at === undefined ? say("move.no-slot") : when.moment(at));
  return (
    <div role="status">
      <p>
        {moves.length === 0
          ? say("plan.nobody")
          : say("plan.moves", { n: moves.length, count: formatInteger(locale, moves.length) })}
      </p>
      {moves.length === 0 ? null : (
        <ol className="road-moves">
          {moves.map(({ booking, plate, from, to }) => (
            <li key={booking}>
              {plate}: {say("move", { from: time(from), to: time(to) })}
            </li>
          ))}
        </ol>
      )}
      {unplaced === 0 ? null : <p>{say("plan.unplaced", { n: unplaced, count: formatInteger(locale, unplaced) })}</p>}
    </div>
  );
}
