import type { QueueDay } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage } from "../../ui/language.ts";
import { TextField } from "../../ui/TextField.tsx";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { useWhen } from "../shell/use-when.ts";
import { spanFrom } from "./draft.ts";
import { Plan } from "./Plan.tsx";
import { type QueueKey, useQueueText } from "./queue-text.ts";
import { SpanFields } from "./SpanFields.tsx";
import { StatementDialog } from "./StatementDialog.tsx";
import { readShiftDraft, type ShiftDraft, type ShiftField, shiftFields } from "./shift-draft.ts";
import { usePlan } from "./use-plan.ts";

const SHIFT_HOURS = 8;
const labels: Readonly<Record<ShiftField, QueueKey>> = {
  lanes: "lanes",
  staff: "staff",
  staffPerLane: "staff-per-lane",
  perLane: "per-lane",
};

/** What this side takes, from its lanes and staff; afterwards the text that the other side takes over. */
export function ShiftDialog({ data, onClose }: { readonly data: QueueDay; readonly onClose: () => void }): ReactNode {
  const { locale } = useLanguage();
  const say = useQueueText();
  const when = useWhen();
  const { isBusy, problem, plan, forget, preview, apply } = usePlan("queueShift");
  const [span, setSpan] = useState(spanFrom(data.asOf, when.zone, SHIFT_HOURS));
  const [draft, setDraft] = useState<ShiftDraft>({ lanes: "", staff: "", staffPerLane: "2", perLane: "4" });
  const [isAsked, setAsked] = useState(false);
  const [entry, setEntry] = useState<number>();
  const { shift, faults, capacity } = readShiftDraft(draft);
  const [from, until] = [when.instant(span.from), when.instant(span.until)];
  const isSpan = from !== undefined && until !== undefined && from < until;
  if (entry !== undefined) return <StatementDialog entry={entry} onClose={onClose} />;
  const act = async (): Promise<void> => {
    setAsked(true);
    if (!isSpan || shift === undefined) return;
    const body = { from, until, ...shift };
    if (plan === undefined) return await preview(body);
    const done = await apply(body);
    if (done?.receipt !== undefined) setEntry(done.receipt.number);
  };
  const set = (field: ShiftField, value: string): void => {
    forget();
    setDraft({ ...draft, [field]: value });
  };
  return (
    <ConfirmDialog
      title={say("shift")}
      act={say(plan === undefined ? "act.preview" : "act.apply")}
      isBusy={isBusy}
      problem={problem}
      onAct={() => void act()}
      onClose={onClose}
    >
      <SpanFields
        draft={span}
        onChange={(next) => {
          forget();
          setSpan(next);
        }}
        error={isAsked && !isSpan ? say("error.span") : undefined}
      />
      <div className="pair">
        {shiftFields.map((field) => (
          <TextField
            key={field}
            label={say(labels[field])}
            inputMode="numeric"
            value={draft[field]}
            onChange={(value) => set(field, value)}
            maxLength={4}
            error={isAsked && faults.has(field) ? say("error.count") : undefined}
          />
        ))}
      </div>
      {capacity === undefined ? null : <p>{say("shift.capacity", { count: formatInteger(locale, capacity) })}</p>}
      {plan === undefined ? null : <Plan plan={plan} />}
    </ConfirmDialog>
  );
}
