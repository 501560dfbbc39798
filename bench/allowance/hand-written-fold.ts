import type { FoldBatch } from "@twinline/rulebook";

export type HandFolded = {
  readonly reason: string[];
  readonly dutyFree: Float64Array;
  readonly taxable: Float64Array;
  readonly tax: Float64Array;
};

/** The rules of allowance.yaml over sorted columns, with the day's sum as a local, as a programmer would write them. */
export function handWrittenFold(): (batch: FoldBatch) => HandFolded {
  let bought = 0;
  let lastPerson = -1;
  let lastDay = -1;
  let held: HandFolded | undefined;
  return ({ rows, legal, subjects, facts }) => {
    if (held === undefined || held.tax.length < rows) {
      held = {
        reason: new Array(rows),
        dutyFree: new Float64Array(rows),
        taxable: new Float64Array(rows),
        tax: new Float64Array(rows),
      };
    }
    const { reason, dutyFree, taxable, tax } = held;
    const persons = subjects.person!;
    const [residences, ages, categories, values] = [
      facts.residence!,
      facts.age!.values,
      facts.category!,
      facts.value!.values,
    ];
    for (let i = 0; i < rows; i++) {
      const day = legal[i]!;
      if (persons[i] !== lastPerson || day !== lastDay) bought = 0;
      lastPerson = persons[i]!;
      lastDay = day;
      const residence = residences.words![residences.values[i]!]!;
      const category = categories.words![categories.values[i]!]!;
      const value = values[i]!;
      let why = "ok";
      if (ages[i]! < 14) why = "minor";
      else if (residence === "XX") why = "no_regime";
      else if (category === "trader" && day >= 20240 && residence !== "CN" && residence !== "KZ") why = "trader_permit";
      const admitted = why === "ok";
      let limit = 100000;
      if (category !== "crew") {
        if (day < 20089) limit = residence === "CN" ? 800000 : residence === "KZ" ? 500000 : 300000;
        else limit = residence === "CN" ? 1000000 : residence === "KZ" ? 800000 : 500000;
        if (category === "trader") limit /= 2;
      }
      const free = admitted ? Math.min(value, Math.max(0, limit - bought)) : 0;
      const taxed = admitted ? value - free : 0;
      const raw = Math.floor((taxed * (day < 20270 ? 13 : 15) + 50) / 100);
      reason[i] = why;
      dutyFree[i] = free;
      taxable[i] = taxed;
      tax[i] = raw <= 5000 ? 0 : raw;
      bought += value;
    }
    return held;
  };
}
