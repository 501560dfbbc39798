export const queueSorts = ["slot", "plate", "state", "expected", "ahead"] as const;
export type QueueSort = (typeof queueSorts)[number];

/** What of the queue is shown, as it stands in the address. */
export type QueueSearch = {
  /** Legal day, ISO 8601; today when it is absent. */
  readonly day?: string;
  readonly find?: string;
  readonly state?: string;
  readonly mode?: string;
  readonly sort?: QueueSort;
  readonly down?: boolean;
};

/** Reads the address; what it cannot mean is left out. */
export function readQueueSearch(raw: Readonly<Record<string, unknown>>): QueueSearch {
  const sort = queueSorts.find((one) => one === raw.sort);
  const day = textOf(raw.day);
  const find = textOf(raw.find);
  const state = textOf(raw.state);
  const mode = textOf(raw.mode);
  return {
    ...(day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && { day }),
    ...(find && { find }),
    ...(state && { state }),
    ...(mode && { mode }),
    ...(sort && { sort }),
    ...(raw.down === true && { down: true }),
  };
}

const TEXT_CHARS_MAX = 40;

/** NOTE: a plate of figures in the address is read as a number; here all are texts. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  return String(value).slice(0, TEXT_CHARS_MAX) || undefined;
}
