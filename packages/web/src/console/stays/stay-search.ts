export const stayLists = ["inside", "overstay", "mismatch"] as const;
export type StayListName = (typeof stayLists)[number];
export const staySorts = ["name", "nationality", "document", "gate", "entered", "left"] as const;
export type StaySort = (typeof staySorts)[number];

/** What of the stays is shown, as it stands in the address. */
export type StaySearch = {
  readonly list?: StayListName;
  /** Part of a name or of an entry's number. */
  readonly find?: string;
  readonly gate?: string;
  readonly nationality?: string;
  readonly sort?: StaySort;
  readonly down?: boolean;
  /** Entry of the row whose evidence stands beside the list. */
  readonly root?: number;
};

/** Reads the address; what it cannot mean is left out. */
export function readStaySearch(raw: Readonly<Record<string, unknown>>): StaySearch {
  const list = stayLists.find((one) => one === raw.list);
  const sort = staySorts.find((one) => one === raw.sort);
  const find = textOf(raw.find);
  const gate = textOf(raw.gate);
  const nationality = textOf(raw.nationality);
  const root = typeof raw.root === "number" && Number.isSafeInteger(raw.root) && raw.root > 0 ? raw.root : undefined;
  return {
    ...(list && { list }),
    ...(find && { find }),
    ...(gate && { gate }),
    ...(nationality && { nationality }),
    ...(sort && { sort }),
    ...(raw.down === true && { down: true }),
    ...(root && { root }),
  };
}

const TEXT_CHARS_MAX = 80;

/** NOTE: a figure in the address is read as a number; here all are texts. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value).slice(0, TEXT_CHARS_MAX);
  return text === "" ? undefined : text;
}
