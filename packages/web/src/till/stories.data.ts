import type { GoodsOutcome, Meter, SaleRow, TillEvent } from "@twinline/api";
import { gateLabel, t } from "../gate/story-words.data.ts";
import type { JournalItem } from "../link/device-journal.ts";
import type { TillView } from "./view.ts";

const at = "2026-04-08T06:08:00Z";
const device = "k".repeat(43);
const cny = (minor: number) => ({ minor, currency: "CNY" });
const head = (sequence: number) => ({ device, boot: "b".repeat(22), sequence, at });

const classes: TillView["classes"] = [
  {
    code: "textile",
    label: t("服装纺织品", "киім мен тоқыма", "одежда и текстиль", "clothing and textiles"),
    headings: ["6109", "6110"],
    facts: {},
  },
  {
    code: "appliance",
    label: t("小家电", "шағын электр тауары", "мелкая бытовая техника", "small electrical appliances"),
    headings: ["8516"],
    facts: {},
  },
  { code: "food", label: t("食品饮料", "азық-түлік", "продукты", "food and drink"), headings: ["0902"], facts: {} },
];
const goods: TillView["goods"] = [
  { hs: "611020", category: "textile", quantity: 2, massGrams: 1_200, valueMinor: 49_800, indivisible: false },
  { hs: "8516", category: "appliance", quantity: 1, massGrams: 3_800, valueMinor: 72_000, indivisible: true },
  { hs: "0902", category: "food", quantity: 4, massGrams: 2_000, valueMinor: 60_000, indivisible: false },
];
const outcomes: readonly GoodsOutcome[] = goods.map(({ valueMinor }, line) => ({
  line,
  dutyFree: cny(valueMinor),
  taxable: cny(0),
  tax: cny(line === 1 ? 14_400 : 0),
}));
const left: Meter = {
  name: "duty_free_today",
  unit: "CNY",
  cap: 800_000,
  before: 280_000,
  now: 0,
  left: 520_000,
  label: t("今日免税物品", "бүгінгі бажсыз тауар", "товары без пошлины сегодня", "duty-free goods today"),
};
const held = [{ name: left.name, label: left.label, unit: "CNY", amount: 200_000 }];
const visitor: TillView["visitor"] = {
  code: "q7Zk3mVb9TfA2xLpW0cR5g",
  stay: { daysUsed: 3, daysMax: 30, lastDay: "2026-05-05" },
  meters: [left],
  held,
};
const sale = (sequence: number): TillEvent => ({
  ...head(sequence),
  kind: "sale",
  reservation: 48_100,
  hash: "c".repeat(64),
  counters: {},
  goods: goods.map((line) => ({ ...line })),
});
const item = (event: TillEvent, state: JournalItem["state"], outcome?: string): JournalItem => ({
  event,
  signature: "s".repeat(86),
  state,
  ...(outcome && {
    answer: {
      device,
      sequence: event.sequence,
      status: "recorded",
      reason: "sold",
      outcome,
      receipt: { origin: "twinline/khorgos/cn", number: 48_200 + event.sequence, hash: "", at, signature: "" },
      findings: [],
    },
  }),
});
const journal: readonly JournalItem[] = [
  item(sale(1), "recorded", "done"),
  item({ ...head(2), kind: "refund", sale: `${device}.1`, lines: [{ line: 0, quantity: 1 }] }, "recorded", "done"),
  item(sale(3), "recorded", "refused"),
  item({ ...head(4), kind: "release", reservation: 48_100, amounts: {} }, "waiting"),
  item(sale(5), "waiting"),
];
const sales: readonly SaleRow[] = [
  {
    id: `${device}.1`,
    entry: 48_201,
    at,
    day: "2026-04-08",
    till: "T1",
    state: "open",
    goods: [...goods],
    outcomes: [...outcomes],
  },
  {
    id: `${device}.3`,
    entry: 48_203,
    at,
    day: "2026-04-08",
    till: "T1",
    state: "carried_out",
    goods: [goods[0]!],
    outcomes: [],
  },
];
const base: TillView = {
  node: {
    step: "full",
    listsAge: 4,
    listsStale: false,
    openCount: 0,
    waitingCount: 0,
    legalDay: "2026-04-08",
    clock: "14:08",
  },
  isOnline: true,
  placeLabel: gateLabel,
  place: "T1",
  timeZone: "Asia/Shanghai",
  policy: "reserved-only",
  isSuspended: false,
  classes,
  unread: false,
  goods: [],
  outcomes: [],
  isBusy: false,
  journal,
  sales,
};
const cut = { ...base.node, step: "node-cut", cutAge: 740, packAge: 760, waitingCount: 5 } as const;
const slip = { id: `${device}.5`, sequence: 5, at, goods, outcomes };
const { stay: _stay, ...stranger } = visitor;

/** Every state of the till, fed to the same components as the live one. Development only. */
export const stories: Readonly<Record<string, TillView>> = {
  "till-waiting": base,
  "till-unread": { ...base, unread: true },
  "till-visitor": { ...base, visitor: { ...visitor, held: [] } },
  "till-basket": { ...base, visitor, goods, outcomes },
  "till-busy": { ...base, visitor, goods, outcomes, isBusy: true },
  "till-sold": { ...base, visitor, slip, outcomes },
  "till-over": { ...base, visitor, goods, stop: { code: "nothing_left" } },
  "till-cut": { ...base, isOnline: false, node: cut, visitor: { ...stranger, meters: [] }, goods, outcomes },
  "till-cut-none": { ...base, isOnline: false, node: cut, visitor: { ...stranger, meters: [], held: [] } },
  "till-cut-stop": {
    ...base,
    isOnline: false,
    node: cut,
    visitor: { ...stranger, meters: [], held: [] },
    goods,
    stop: { code: "none" },
  },
  "till-cut-sold": { ...base, isOnline: false, node: cut, visitor: { ...stranger, meters: [] }, slip, outcomes },
  "till-suspended": { ...base, isSuspended: true },
  "till-hold": { ...base, visitor, dialog: "hold" },
  "till-return": { ...base, visitor, dialog: "return" },
  "till-return-cut": { ...base, isOnline: false, node: cut, visitor, sales: [], dialog: "return" },
  "till-journal": { ...base, dialog: "journal" },
};
