import { formatDate, formatTime } from "../../format/index.ts";
import { useLanguage } from "../../ui/language.ts";
import { useDesk } from "./desk.ts";

const FALLBACK_ZONE = "UTC";

/** Writes instants by the clock of this side. */
export function useWhen() {
  const { locale } = useLanguage();
  const { status } = useDesk();
  const zone = status.timeZone ?? FALLBACK_ZONE;
  const dayOf = (instant: Temporal.Instant): Temporal.PlainDate => instant.toZonedDateTimeISO(zone).toPlainDate();
  return {
    zone,
    /** Day and time: "22 Nov 2026 08:15". */
    moment: (text: string, seconds = false): string => {
      const instant = Temporal.Instant.from(text);
      return `${formatDate(locale, dayOf(instant))} ${formatTime(instant, zone, seconds)}`;
    },
    time: (text: string): string => formatTime(Temporal.Instant.from(text), zone),
    day: (text: string): string => formatDate(locale, Temporal.PlainDate.from(text)),
    /** A time of the clock, as a field gives it, as an instant of this side; undefined when it is none. */
    instant: (local: string): string | undefined => {
      if (local === "") return undefined;
      const wall = Temporal.PlainDateTime.from(local.length === 10 ? `${local}T00:00` : local);
      return wall.toZonedDateTime(zone).toInstant().toString({ smallestUnit: "second" });
    },
  };
}
