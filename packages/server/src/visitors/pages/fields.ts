/** What a plain form sent: texts by field name; of a field that came twice the first. */
export type Fields = Readonly<Record<string, string>>;

const FIELDS_MAX = 200;
const FIELD_CHARS_MAX = 100;

/** Reads a parsed query as fields; what is too long or too much is left out. */
export function fieldsOf(query: unknown): Fields {
  const entries = Object.entries((query ?? {}) as Record<string, unknown>).slice(0, FIELDS_MAX);
  const texts = entries.map(([name, value]) => [name, String(Array.isArray(value) ? value[0] : value).trim()] as const);
  return Object.fromEntries(texts.filter(([, value]) => value !== "" && value.length <= FIELD_CHARS_MAX));
}

/** A whole number between bounds, or undefined. */
export function wholeNumber(text: string | undefined, min: number, max: number): number | undefined {
  if (text === undefined || !/^\d{1,9}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
}

/** A decimal with point or comma as an integer of 10^-scale; undefined when it is none, or beyond `max`. */
export function scaledNumber(text: string, scale: number, max: number): number | undefined {
  const match = /^(\d{1,12})(?:[.,](\d{1,9}))?$/.exec(text.replace(/[\s\u00a0]/g, ""));
  const fraction = match?.[2] ?? "";
  if (match === null || fraction.length > scale) return undefined;
  const value = Number(`${match[1]}${fraction.padEnd(scale, "0")}`);
  return value <= max ? value : undefined;
}

/** A calendar day as ISO 8601 in days since 1970-01-01, or undefined. */
export function calendarDay(text: string): number | undefined {
  try {
    const day = Temporal.PlainDate.from(text, { overflow: "reject" });
    return Temporal.PlainDate.from("1970-01-01").until(day, { largestUnit: "days" }).days;
  } catch {
    return undefined;
  }
}
