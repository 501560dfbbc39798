/** A whole number between bounds, or undefined: what an officer typed may be anything. */
export function wholeNumber(text: string, least: number, most: number): number | undefined {
  if (!/^\d{1,6}$/.test(text.trim())) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}

/** The quarter of an hour in which a moment lies, for a field: no slot begins between. */
export function quarterBefore(moment: Temporal.PlainDateTime): Temporal.PlainDateTime {
  return moment.round({ smallestUnit: "minute", roundingIncrement: 15, roundingMode: "floor" });
}

/** A span that begins now and lasts some hours, as fields hold it. */
export function spanFrom(asOf: string, zone: string, hours: number): { readonly from: string; readonly until: string } {
  const from = quarterBefore(Temporal.Instant.from(asOf).toZonedDateTimeISO(zone).toPlainDateTime());
  const text = (moment: Temporal.PlainDateTime): string => moment.toString({ smallestUnit: "minute" });
  return { from: text(from), until: text(from.add({ hours })) };
}
