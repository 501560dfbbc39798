import type { QueueSlot } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useText } from "../../ui/language.ts";
import { Select } from "../../ui/Select.tsx";
import { useWhen } from "../shell/use-when.ts";
import { useQueueText } from "./queue-text.ts";

/** Stands for the live queue in the list, because an empty value is what a select shows before a choice. */
const LIVE = "live";

type Props = {
  readonly slots: readonly QueueSlot[];
  readonly asOf: string;
  readonly value: string;
  /** Whether the live queue may be chosen too. */
  readonly withLive: boolean;
  readonly onChange: (slot: string) => void;
};

/** The slots of the day that still have room, with how much. */
export function SlotSelect({ slots, asOf, value, withLive, onChange }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const say = useQueueText();
  const when = useWhen();
  const open = slots.filter((slot) => slot.at > asOf && roomOf(slot) > 0);
  const offered = open.map((slot) => ({
    value: slot.at,
    label: say("slot.room", { time: when.time(slot.at), count: formatInteger(locale, roomOf(slot)) }),
  }));
  return (
    <Select
      label={say("slot")}
      empty={text("ui.choose")}
      value={value === "" && withLive ? LIVE : value}
      options={withLive ? [{ value: LIVE, label: say("book.live") }, ...offered] : offered}
      onChange={(next) => onChange(next === LIVE ? "" : next)}
    />
  );
}

function roomOf({ size, booked, live, called }: QueueSlot): number {
  return size - booked - live - called;
}
