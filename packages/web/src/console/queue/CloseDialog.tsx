import type { QueueDay } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { useText } from "../../ui/language.ts";
import { Segmented } from "../../ui/Segmented.tsx";
import { Select } from "../../ui/Select.tsx";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { useWhen } from "../shell/use-when.ts";
import { spanFrom } from "./draft.ts";
import { Plan } from "./Plan.tsx";
import { useQueueText } from "./queue-text.ts";
import { SpanFields } from "./SpanFields.tsx";
import { usePlan } from "./use-plan.ts";

const reasons = ["weather", "incident", "power", "order", "holiday", "repair"] as const;
const CLOSED_HOURS = 2;

/** The gate closes for a while, or opens again: first who is moved is shown, then it is done. */
export function CloseDialog({ data, onClose }: { readonly data: QueueDay; readonly onClose: () => void }): ReactNode {
  const text = useText();
  const say = useQueueText();
  const when = useWhen();
  const { isBusy, problem, plan, forget, preview, apply } = usePlan("queueClose");
  const [span, setSpan] = useState(spanFrom(data.asOf, when.zone, CLOSED_HOURS));
  const [deed, setDeed] = useState<"close" | "open">("close");
  const [why, setWhy] = useState("");
  const [isAsked, setAsked] = useState(false);
  const [from, until] = [when.instant(span.from), when.instant(span.until)];
  const isSpan = from !== undefined && until !== undefined && from < until;
  const body = { from, until, close: deed === "close", why };
  const act = async (): Promise<void> => {
    setAsked(true);
    if (!isSpan || why === "") return;
    if (plan === undefined) await preview(body);
    else if ((await apply(body)) !== undefined) onClose();
  };
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      forget();
      set(value);
    };
  return (
    <ConfirmDialog
      title={say("closing")}
      act={plan === undefined ? say("act.preview") : say(`act.${deed}`)}
      isBusy={isBusy}
      problem={problem}
      onAct={() => void act()}
      onClose={onClose}
    >
      <p className="quiet">{say("closing.more")}</p>
      <Segmented
        label={say("closing")}
        value={deed}
        onChange={changed(setDeed)}
        options={(["close", "open"] as const).map((one) => ({ value: one, label: say(`act.${one}`) }))}
      />
      <SpanFields draft={span} onChange={changed(setSpan)} error={isAsked && !isSpan ? say("error.span") : undefined} />
      <Select
        label={say("why")}
        empty={text("ui.choose")}
        value={why}
        onChange={changed(setWhy)}
        options={reasons.map((one) => ({ value: one, label: say(`why.${one}`) }))}
        error={isAsked && why === "" ? say("error.why") : undefined}
      />
      {plan === undefined ? null : <Plan plan={plan} />}
    </ConfirmDialog>
  );
}
