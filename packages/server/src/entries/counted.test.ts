import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type EntryDetail, routes } from "@twinline/api";
import { openGate, passport, type TestGate } from "../passages/test-gate.ts";

async function walkOut(gate: TestGate, number: string, ...values: readonly number[]) {
  const document = { ...passport, number };
  const goods = values.map((valueMinor) => {
    return { hs: "6109", category: "textile", quantity: 1, massGrams: 1, valueMinor, indivisible: false };
  });
  await gate.pass({ document });
  return (await gate.pass({ document, direction: "out", goods })).receipt.number;
}

async function textsOf(gate: TestGate, number: number): Promise<readonly string[]> {
  const officer = await gate.enter("duty_officer");
  const detail: EntryDetail = (await officer.get(routes.entry.path.replace(":number", String(number)))).json();
  const told: string[] = [];
  const visit = (lines: EntryDetail["explanation"]): void => {
    for (const { text, children } of lines) {
      told.push(text.en);
      visit(children);
    }
  };
  visit(detail.explanation);
  return told.filter((text) => text.includes("duty-free goods today ="));
}

describe("The explanation of an exit", () => {
  test("names the entries behind what was used before, and no one else's", async () => {
    await using gate = await openGate();
    const first = await walkOut(gate, "N00000001", 1_000_00);
    await walkOut(gate, "N00000002", 700_00);
    const second = await walkOut(gate, "N00000001", 2_000_00);
    const third = await walkOut(gate, "N00000001", 500_00);
    const [told] = await textsOf(gate, third);
    assert.match(told ?? "", new RegExp(`CNY.3,000\\.00: on .*, 2 earlier events, № ${first}, ${second}$`));
    const [nothing] = await textsOf(gate, first);
    assert.match(nothing ?? "", /CNY.0\.00: on [^№]*$/);
  });

  test("names its own number for the lines before one, and leaves out a passage that was sent back", async () => {
    await using gate = await openGate();
    const refused = { ...passport, number: "N00000003" };
    const goods = [
      { hs: "6109", category: "textile", quantity: 1, massGrams: 1, valueMinor: 900_00, indivisible: false },
    ];
    await gate.pass({ document: refused, direction: "out", goods });
    const own = await walkOut(gate, "N00000003", 1_000_00, 2_000_00, 300_00);
    const told = await textsOf(gate, own);
    assert.deepEqual(
      told.map((text) => text.replace(/^.*= /, "").replace(/: on .* 20\d\d/, ":")),
      [
        "CNY\u00a00.00:",
        `CNY\u00a01,000.00:, 1 earlier event, № ${own}`,
        `CNY\u00a03,000.00:, 1 earlier event, № ${own}`,
      ],
    );
  });
});
