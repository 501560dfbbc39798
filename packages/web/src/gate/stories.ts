import type { GoodsLine, PassageAnswer, PassageRequest, Problem } from "@twinline/api";
import { listsReason } from "./away/away-reasons.ts";
import { freshGate, type GateState } from "./gate-state.ts";
import { answer, base, goods, leaving, mrz, node, withoutPass } from "./story-data.ts";
import { carried, holds, slips } from "./story-slips.data.ts";
import { reasons, t } from "./story-words.data.ts";
import type { GateView } from "./view.ts";

const request: PassageRequest = { direction: "in", gate: "CN-1", lane: "2", document: { mrz } };
const item = { key: "k", request, madeAt: "2026-04-08T06:08:00Z", state: "sent" } as const;

function decided(one: PassageAnswer, more: Partial<GateState> = {}, lines: readonly GoodsLine[] = []): GateState {
  const phase = { kind: "decided", request, answer: one } as const;
  return { ...freshGate(one.direction), phase, scanned: mrz, goods: lines, ...more };
}
function scanned(state: Partial<GateState>): GateState {
  return { ...freshGate("in"), scanned: mrz, ...state };
}

const referred: PassageAnswer = {
  ...withoutPass,
  verdict: "refer",
  reason: "watch_refer",
  reasons: [reasons.passport, reasons.valid, reasons.watchHit],
};
const refused: PassageAnswer = {
  ...withoutPass,
  verdict: "refuse",
  reason: "document_expired",
  reasons: [reasons.passport, reasons.expired, reasons.watch],
  meters: [],
};
const away = { sequence: 17, asOf: "2026-04-08T05:56:00Z" };
const awayNode = { ...node, step: "node-cut", cutAge: 740, packAge: 760, waitingCount: 16 } as const;
const awayAnswer: PassageAnswer = {
  ...answer,
  may: [],
  receipt: { ...answer.receipt, number: away.sequence, hash: "" },
};
const referredAway: PassageAnswer = {
  ...withoutPass,
  may: [],
  verdict: "refer",
  reason: "lists_stale",
  reasons: [listsReason(), reasons.passport, reasons.valid],
};
const slipsAway: PassageAnswer = { ...leaving, goods: [], may: [], receipt: awayAnswer.receipt };
const pass = "q7Zk3mVb9TfA2xLpW0cR5g";
const declaring: GateState = { ...scanned({ phase: { kind: "declaring", document: { mrz } } }), direction: "out" };
const manyGoods = Array.from({ length: 14 }, (_, index) => ({ ...goods[index % goods.length]!, quantity: index + 1 }));
const expiry: Problem = {
  type: "document/expired-field",
  status: 422,
  title: "No",
  field: "/document/expires",
  text: t("请填写有效期", "Жарамды мерзімін жазыңыз", "Укажите срок действия", "Write down the day of expiry"),
};
const rulebook = { name: "khorgos/cn/arrival", title: answer.rulebook.title, hash: "c0ffee", law: "2026-05-01" };
const working = [
  {
    rule: "duty_free",
    text: reasons.allowance.text,
    cite: reasons.allowance.citations[0].cite,
    children: [
      {
        text: t(
          "每日免税额度：¥8,000",
          "Күндік норма: 8 000 ¥",
          "Норма в день: 8 000 ¥",
          "Allowance of the day: ¥8,000",
        ),
        children: [],
      },
      {
        text: t(
          "此前已用：¥5,200",
          "Бұрын пайдаланылды: 5 200 ¥",
          "Использовано ранее: 5 200 ¥",
          "Used before: ¥5,200",
        ),
        children: [],
      },
    ],
  },
];

function view(state: GateState, more: Partial<GateView> = {}): GateView {
  return { ...base, state, ...more };
}

/** Every state of the gate, fed to the same components as the live one. Development only: no build of the product has it. */
export const stories: Readonly<Record<string, GateView>> = {
  waiting: view(freshGate("in")),
  reading: view({ ...freshGate("in"), phase: { kind: "reading" } }),
  asking: view(scanned({ phase: { kind: "asking", item } })),
  busy: view(scanned({ phase: { kind: "asking", item, trouble: { kind: "busy", tries: 3 } } }), {
    node: { ...node, openCount: 1, openAge: 4 },
  }),
  "node-cut": view(scanned({ phase: { kind: "asking", item, trouble: { kind: "unreached", tries: 4 } } }), {
    node: { ...node, step: "node-cut", cutAge: 140, openCount: 3, openAge: 126 },
  }),
  "node-cut-waiting": view(freshGate("in"), {
    node: { ...node, step: "node-cut", cutAge: 320, openCount: 3, openAge: 300 },
  }),
  "away-waiting": view(freshGate("in"), { node: awayNode }),
  "away-admit": view(decided(awayAnswer, { phase: { kind: "decided", request, answer: awayAnswer, away } }), {
    node: awayNode,
  }),
  "away-grace": view(decided(referredAway, { phase: { kind: "decided", request, answer: referredAway, away } }), {
    node: { ...awayNode, step: "grace-over", packAge: 5_400, listsAge: 5_400, listsStale: true },
    notices: [{ kind: "lists-stale", age: 5_400 }],
  }),
  "away-pass": view(
    {
      ...scanned({ phase: { kind: "declaring", document: { mrz } } }),
      direction: "out",
    },
    { node: awayNode },
  ),
  "away-pass-read": view(
    {
      ...scanned({ phase: { kind: "declaring", document: { mrz } } }),
      direction: "out",
      pass: "q7Zk3mVb9TfA2xLpW0cR5g",
    },
    { node: awayNode },
  ),
  "away-closed": view(freshGate("in"), { node: { ...awayNode, step: "closed" } }),
  "caught-up": view(freshGate("in"), { notices: [{ kind: "caught-up", count: 17, findings: 2 }] }),
  "peer-cut": view(decided(answer), { node: { ...node, step: "peer-cut" } }),
  closed: view(freshGate("in"), { node: { ...node, step: "closed" } }),
  admit: view(decided(answer)),
  refer: view(decided(referred)),
  refuse: view(decided(refused)),
  declaring: view({ ...scanned({ phase: { kind: "declaring", document: { mrz } } }), direction: "out", goods }),
  leave: view(decided(leaving, {}, goods)),
  "leave-many": view(decided({ ...leaving, goods: [] }, {}, manyGoods)),
  "leave-refused": view(
    decided({ ...leaving, verdict: "refer", reason: "tax_due", reasons: [reasons.tax, reasons.allowance] }, {}, goods),
  ),
  "slips-waiting": view({ ...freshGate("out"), slips: slips.slice(3) }),
  slips: view({ ...declaring, slips, pass }, { sales: "listed" }),
  "slips-held": view({ ...declaring, slips: slips.slice(0, 1), pass }, { sales: "listed", holds }),
  "slips-goods": view({ ...declaring, slips, pass, goods }, { sales: "listed" }),
  "slips-cut": view({ ...declaring, pass, slips: slips.slice(3) }, { sales: "cut", node: awayNode }),
  "slips-out": view(decided(carried, { slips })),
  "slips-goods-out": view(decided({ ...carried, goods: leaving.goods }, { slips }, goods)),
  "slips-referred": view(
    decided({ ...carried, verdict: "refer", reason: "slip_another_person", reasons: [reasons.slip] }, { slips }),
  ),
  "slips-away": view(
    decided(slipsAway, { slips: slips.slice(3), phase: { kind: "decided", request, answer: slipsAway, away } }),
    { node: awayNode },
  ),
  override: view(decided(referred, { overriding: "admit" })),
  "second-officer": view(decided(referred, { overriding: "admit" }), {
    override: { busy: false, ground: "document_checked" },
    offersCode: true,
  }),
  overridden: view(
    decided({ ...referred, verdict: "admit", overridden: true, pass: "TL1:CN:48213:q7Zk3mVb9TfA2xLpW0cR5g" }),
  ),
  "rulebook-changed": view(freshGate("in"), { notices: [{ kind: "rulebook-changed", rulebook }] }),
  "lists-stale": view(decided(answer), {
    node: { ...node, listsAge: 5_400, listsStale: true },
    notices: [{ kind: "lists-stale", age: 5_400 }],
  }),
  "printer-missing": view(decided(answer), { printer: false, notices: [{ kind: "printer-missing" }] }),
  nothing: view(scanned({ scanned: ["6901234567892"], phase: { kind: "nothing" } })),
  problem: view(
    scanned({
      phase: { kind: "nothing", problem: { type: "x/y", status: 422, title: "No", text: reasons.expired.text } },
    }),
  ),
  typing: view({ ...freshGate("in"), typing: true, phase: { kind: "nothing", problem: expiry } }),
  found: view(freshGate("in"), {
    notices: [
      { kind: "found", key: "a", answer },
      { kind: "absent", key: "b", madeAt: "2026-04-08T05:58:00Z" },
      { kind: "printer-missing" },
    ],
  }),
  why: view(decided(leaving, { citing: 2 }, goods), { working }),
  turned: view(decided(leaving, { turned: true }, goods)),
  "turned-refused": view(decided(refused, { turned: true })),
};
