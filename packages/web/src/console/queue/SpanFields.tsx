import type { ReactNode } from "react";
import { DayField } from "../../ui/DayField.tsx";
import { useQueueText } from "./queue-text.ts";

/** A span of slots as an officer enters it: moments by the clock of this side. */
export type SpanDraft = { readonly from: string; readonly until: string };

type Props = {
  readonly draft: SpanDraft;
  readonly onChange: (draft: SpanDraft) => void;
  readonly error: string | undefined;
};

export function SpanFields({ draft, onChange, error }: Props): ReactNode {
  const say = useQueueText();
  return (
    <div className="pair">
      <DayField label={say("from")} withTime value={draft.from} onChange={(from) => onChange({ ...draft, from })} />
      <DayField
        label={say("until")}
        withTime
        value={draft.until}
        onChange={(until) => onChange({ ...draft, until })}
        error={error}
      />
    </div>
  );
}
