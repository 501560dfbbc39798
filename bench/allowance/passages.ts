/** One passage of the benchmark: `day` is year, month and day as one number, as the hand-written code takes it. */
export type Passage = {
  readonly residence: string;
  readonly age: number;
  readonly category: string;
  readonly value: number;
  readonly bought: number;
  readonly day: number;
};

/** mulberry32: the same numbers on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SEED = 42;

/** Seeded passages of 2024 to 2026. */
export function passages(count: number): Passage[] {
  const days: number[] = [];
  for (let day = Temporal.PlainDate.from("2024-01-01"); day.year < 2027; day = day.add({ days: 1 })) {
    days.push(day.year * 10_000 + day.month * 100 + day.day);
  }
  const random = seeded(SEED);
  return Array.from({ length: count }, () => {
    const [a, c, day] = [random(), random(), days[Math.floor(random() * days.length)]!];
    return {
      residence: a < 0.45 ? "CN" : a < 0.8 ? "KZ" : a < 0.87 ? "KG" : a < 0.94 ? "UZ" : a < 0.99 ? "RU" : "XX",
      age: Math.floor(random() * 85),
      category: c < 0.6 ? "tourist" : c < 0.8 ? "resident" : c < 0.95 ? "trader" : "crew",
      value: Math.floor(random() * 1_200_000),
      bought: random() < 0.6 ? 0 : Math.floor(random() * 900_000),
      day,
    };
  });
}

/** What every engine must give on the first 100,000 passages: rows, admitted, duty-free, taxable, tax, letters of reasons. */
export const CHECKSUM = "100000|81343|29356490918|19528472543|2696772386|268759";

/** Adds up outcomes so that engines can be compared. */
export function checksum(): {
  add: (reason: string, dutyFree: number, taxable: number, tax: number) => void;
  text: () => string;
} {
  const sums = [0, 0, 0, 0, 0, 0];
  return {
    add: (reason, dutyFree, taxable, tax) => {
      const admitted = reason === "ok" || reason === "OK" ? 1 : 0;
      for (const [index, value] of [1, admitted, dutyFree, taxable, tax, reason.length].entries())
        sums[index]! += value;
    },
    text: () => sums.join("|"),
  };
}
