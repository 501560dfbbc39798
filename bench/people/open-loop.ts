import { setTimeout as sleep } from "node:timers/promises";

/** How one request ended: taken, refused for being too many (with or without word of when to come again), or failed. */
export type Ending = "taken" | "busy" | "busy-without-retry-after" | "failed";

/** A request that is made and only has to go. */
export type Ready = () => Promise<Ending>;

/** One kind of work that arrives at a fixed rate, whether or not the last one is done. */
export type Stream = {
  readonly name: string;
  readonly perSecond: number;
  readonly prepare: (index: number) => Promise<Ready>;
};

export type Measured = {
  readonly sent: number;
  readonly endings: Readonly<Record<Ending, number>>;
  /** Milliseconds from the moment a request was due to its answer, of those that were taken. */
  readonly times: readonly number[];
  /** Milliseconds by which requests started after they were due: what this machine could not send in time. */
  readonly late: readonly number[];
  /** When each taken request was due and answered, milliseconds from the start of the loop. */
  readonly answered: readonly { readonly due: number; readonly at: number; readonly ending: Ending }[];
};

/**
 * An open loop: requests start on schedule, and a request that started late waited from the moment it was due
 * (promises.md L11). Streams run side by side; each is measured by itself, when all its answers are in.
 * `ahead` makes all requests before the first one goes, so that making them takes nothing from what is measured.
 */
export async function runOpenLoop(
  streams: readonly Stream[],
  seconds: number,
  { ahead = false } = {},
): Promise<ReadonlyMap<string, Measured>> {
  const made = await Promise.all(streams.map((stream) => (ahead ? makeAll(stream, seconds) : [])));
  const began = performance.now();
  const measured = await Promise.all(
    streams.map(async (stream, at) => [stream.name, await run(stream, made[at]!, began, seconds)] as const),
  );
  return new Map(measured);
}

function totalOf({ perSecond }: Stream, seconds: number): number {
  return Math.floor(perSecond * seconds);
}

async function makeAll(stream: Stream, seconds: number): Promise<readonly Ready[]> {
  const ready: Ready[] = [];
  for (let index = 0; index < totalOf(stream, seconds); index += 1) ready.push(await stream.prepare(index));
  return ready;
}

async function run(stream: Stream, made: readonly Ready[], began: number, seconds: number): Promise<Measured> {
  const total = totalOf(stream, seconds);
  const endings: Record<Ending, number> = { taken: 0, busy: 0, "busy-without-retry-after": 0, failed: 0 };
  const times: number[] = [];
  const late: number[] = [];
  const answered: { due: number; at: number; ending: Ending }[] = [];
  const open: Promise<void>[] = [];
  for (let index = 0; index < total; index += 1) {
    const due = (index * 1_000) / stream.perSecond;
    const wait = began + due - performance.now();
    if (wait > 0) await sleep(wait);
    late.push(performance.now() - began - due);
    const send = made[index] ?? (await stream.prepare(index));
    open.push(
      send().then((ending) => {
        const at = performance.now() - began;
        endings[ending] += 1;
        answered.push({ due, at, ending });
        if (ending === "taken") times.push(at - due);
      }),
    );
  }
  await Promise.all(open);
  return { sent: total, endings, times, late, answered };
}

export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
