export const caseTabs = ["runner", "overstay", "missing_pair", "cases"] as const;
export type CaseTab = (typeof caseTabs)[number];

/** Which list of cases is shown and what stands beside it, as it stands in the address. */
export type CaseSearch = {
  readonly tab?: CaseTab;
  /** The case in the side panel. */
  readonly open?: string;
  /** The matter in the side panel, by the entry it grew from. */
  readonly root?: number;
};

/** Reads the address; what it cannot mean is left out. */
export function readCaseSearch(raw: Readonly<Record<string, unknown>>): CaseSearch {
  const tab = caseTabs.find((one) => one === raw.tab);
  const open = typeof raw.open === "string" && /^[a-z_]{1,20}-\d{1,16}$/.test(raw.open) ? raw.open : undefined;
  const root = typeof raw.root === "number" && Number.isSafeInteger(raw.root) && raw.root > 0 ? raw.root : undefined;
  return { ...(tab && { tab }), ...(open && { open }), ...(root && { root }) };
}
