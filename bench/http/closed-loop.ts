import type { PassageRequest } from "@twinline/api";
import type { Lane } from "../../packages/cli/src/traffic/node-client.ts";

/** `answersMax` ends the loop early, where there are only so many rows to insert. */
export type ClosedLoop = {
  readonly lanes: readonly Lane[];
  readonly firstPerson: number;
  readonly answersMax?: number;
};
export type Measured = {
  readonly answers: number;
  readonly elapsedSeconds: number;
  readonly times: readonly number[];
  readonly firstNumber: number;
  readonly lastNumber: number;
};

const BASE_NUMBER = 10_000_000;

function requestOf(direction: "in" | "out", person: number, lane: Lane): PassageRequest {
  const number = `E${String(BASE_NUMBER + person)}`;
  const document = {
    kind: "exit_entry_permit",
    number,
    nationality: "CN",
    name: `PERSON ${person}`,
    born: "1990-01-01",
    expires: "2035-01-01",
  };
  const goods = [
    { hs: "6110", category: "textile", quantity: 2, massGrams: 1_000, valueMinor: 64_000, indivisible: false },
  ];
  return { direction, gate: lane.gate, lane: lane.lane, document, ...(direction === "out" ? { goods } : {}) };
}

/** Each lane sends its next passage when the last one is answered: people come in and go out again with goods. */
export async function runClosedLoop(
  { lanes, firstPerson, answersMax = Number.POSITIVE_INFINITY }: ClosedLoop,
  seconds: number,
): Promise<Measured> {
  const times: number[] = [];
  const numbers: number[] = [];
  let person = firstPerson;
  const began = performance.now();
  const end = began + seconds * 1_000;
  const work = async (lane: Lane): Promise<void> => {
    while (performance.now() < end && times.length < answersMax) {
      person += 1;
      const mine = person;
      for (const direction of ["in", "out"] as const) {
        const started = performance.now();
        const answer = await lane.record(crypto.randomUUID(), requestOf(direction, mine, lane));
        times.push(performance.now() - started);
        numbers.push(answer.receipt.number);
      }
    }
  };
  await Promise.all(lanes.map(work));
  const elapsedSeconds = (performance.now() - began) / 1_000;
  return {
    answers: times.length,
    elapsedSeconds,
    times,
    firstNumber: Math.min(...numbers.slice(0, 64)),
    lastNumber: numbers.reduce((a, b) => Math.max(a, b), 0),
  };
}
