import type { GoodsLine, Meter, PassageAnswer, PassageRow } from "@twinline/api";
import { freshGate } from "./gate-state.ts";
import type { NodeView } from "./node-view.ts";
import { arrivalTitle, codes, departureTitle, gateLabel, reasons, t, zoneTitle } from "./story-words.data.ts";
import type { GateView } from "./view.ts";

export const mrz = ["P<KAZSAMPLE<<AIGERIM<<<<<<<<<<<<<<<<<<<<<<<<", "N135792464KAZ9103144F310822891031440000<<<20"];

export const node: NodeView = {
  step: "full",
  title: zoneTitle,
  listsAge: 12,
  listsStale: false,
  openCount: 0,
  waitingCount: 0,
  legalDay: "2026-04-08",
  clock: "14:08",
};

const recent: readonly PassageRow[] = [
  {
    number: 48_212,
    at: "2026-04-08T06:06:00Z",
    direction: "in",
    verdict: "admit",
    nationality: "KZ",
    documentTail: "4471",
  },
  {
    number: 48_210,
    at: "2026-04-08T06:05:00Z",
    direction: "in",
    verdict: "admit",
    nationality: "CN",
    documentTail: "0932",
  },
  {
    number: 48_209,
    at: "2026-04-08T06:03:00Z",
    direction: "in",
    verdict: "refer",
    nationality: "KG",
    documentTail: "7718",
  },
];

const duty: Meter = {
  name: "duty_free_today",
  unit: "CNY",
  cap: 800_000,
  before: 520_000,
  now: 228_000,
  left: 52_000,
  label: t("当日免税额度", "Бүгінгі бажсыз норма", "Без пошлины сегодня", "Duty-free goods today"),
};
const mass: Meter = {
  name: "mass_today",
  unit: "g",
  cap: 50_000,
  before: 18_000,
  now: 9_000,
  left: 23_000,
  label: t("重量", "Салмағы", "Масса", "Weight"),
};
const stay: Meter = {
  name: "stay_days",
  unit: "day",
  cap: 30,
  before: 12,
  now: 1,
  left: 17,
  label: t("停留天数", "Болу күндері", "Дни пребывания", "Days of stay"),
};

const answerWithoutPass: PassageAnswer = {
  receipt: {
    origin: "twinline/khorgos/cn",
    number: 48_213,
    hash: "9f2c41d07be85a3360c1f8be14a7d95290c37a1be2f6d4815c60a93b7fe41d08",
    at: "2026-04-08T06:08:00Z",
    signature: "",
  },
  verdict: "admit",
  reason: "ok",
  direction: "in",
  reasons: [reasons.passport, reasons.valid, reasons.stay, reasons.watch],
  decisions: [],
  rulebook: { name: "khorgos/cn/arrival", title: arrivalTitle, hash: "5c1f0e".repeat(10), law: "2026-04-08" },
  traveller: {
    name: "SAMPLE Aigerim",
    nationality: "KZ",
    born: "1991-03-14",
    expires: "2031-08-22",
    documentKind: "passport",
    documentNumber: "N13579246",
  },
  stay: { visit: "v1", enteredOn: "2026-03-27", lastDay: "2026-04-25", daysUsed: 13, daysMax: 30 },
  meters: [stay],
  goods: [],
  may: ["read", "print", "override"],
};

export const answer: PassageAnswer = { ...answerWithoutPass, pass: "TL1:CN:48213:q7Zk3mVb9TfA2xLpW0cR5g" };

/** Without a pass, as for everyone who is not let in. */
export const withoutPass = answerWithoutPass;

export const goods: readonly GoodsLine[] = [
  { hs: "611020", category: "class_20", quantity: 6, massGrams: 3_200, valueMinor: 96_000, indivisible: false },
  { hs: "851640", category: "class_20", quantity: 2, massGrams: 3_800, valueMinor: 72_000, indivisible: false },
  { hs: "090230", category: "class_13", quantity: 4, massGrams: 2_000, valueMinor: 60_000, indivisible: true },
];

/** The same person on the way out, with goods beyond the allowance. */
export const leaving: PassageAnswer = {
  ...answerWithoutPass,
  direction: "out",
  reasons: [reasons.valid, reasons.stay, reasons.allowance, reasons.tax, reasons.watch],
  rulebook: { ...answer.rulebook, name: "khorgos/cn/departure", title: departureTitle },
  meters: [duty, mass, stay],
  goods: goods.map((line, index) => ({
    line: index,
    dutyFree: { minor: line.valueMinor, currency: "CNY" },
    taxable: { minor: 0, currency: "CNY" },
    tax: { minor: index === 0 ? 20_000 : 0, currency: "CNY" },
  })),
  due: { minor: 20_000, currency: "CNY" },
};

export const base: GateView = {
  state: freshGate("in"),
  node,
  gateLabel,
  lane: "2",
  officer: "0417",
  timeZone: "Asia/Shanghai",
  languages: ["zh", "kk", "ru", "en"],
  codes,
  sales: "no-pass",
  holds: [],
  recent,
  notices: [],
  printer: true,
  sound: true,
  override: { busy: false },
  offersCode: false,
};
