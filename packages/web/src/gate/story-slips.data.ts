import type { Hold, PassageAnswer, SaleRow } from "@twinline/api";
import type { Slip } from "./slips.ts";
import { goods, leaving } from "./story-data.ts";
import { t } from "./story-words.data.ts";

const TILL = "SampleTillKeySampleTillKeySampleTillKeySamp";
const yuan = (minor: number) => ({ minor, currency: "CNY" as const });

function rowOf(number: number, state: SaleRow["state"], lines: SaleRow["goods"]): SaleRow {
  const outcomes = lines.map(({ valueMinor }, line) => ({
    line,
    dutyFree: yuan(valueMinor),
    taxable: yuan(0),
    tax: yuan(0),
  }));
  const at = `2026-04-08T04:0${number}:00Z`;
  return {
    id: `${TILL}.${number}`,
    entry: 48_100 + number,
    at,
    day: "2026-04-08",
    till: "CN-1",
    state,
    goods: lines,
    outcomes,
  };
}
function slipOf(row: SaleRow): Slip {
  return { id: row.id, isTicked: row.state === "open", isScanned: false, row };
}

/** Two purchases that are inside, one that is out already, and a paper that the node knows nothing of. */
export const slips: readonly Slip[] = [
  slipOf(rowOf(3, "open", goods.slice(0, 1))),
  slipOf(rowOf(5, "open", goods.slice(1))),
  slipOf(rowOf(7, "carried_out", goods.slice(1, 2))),
  { id: `${TILL}.12`, isTicked: true, isScanned: true },
];

/** The answer that carries two of them out and refuses the paper. */
export const carried: PassageAnswer = {
  ...leaving,
  goods: [],
  covered: [
    { sale: `${TILL}.3`, outcome: "carried_out", dutyFree: yuan(96_000), tax: yuan(0) },
    { sale: `${TILL}.5`, outcome: "carried_out", dutyFree: yuan(112_000), tax: yuan(20_000) },
    { sale: `${TILL}.12`, outcome: "another_person" },
  ],
};

/** A till that saw the pass and still holds most of the day's allowance. */
export const holds: readonly Hold[] = [
  {
    reservation: 48_101,
    place: "CN-S1",
    lane: "3",
    since: "2026-04-08T04:01:00Z",
    day: "2026-04-08",
    amounts: [
      { label: t("今日免税", "Бүгін бажсыз", "Без пошлины сегодня", "Duty-free today"), unit: "CNY", amount: 700_000 },
    ],
  },
];
