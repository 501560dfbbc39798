/** One way of deciding everything; it gives the totals that all ways must agree on. */
export type Way = { readonly name: string; readonly work: () => Promise<readonly bigint[]> };

/** The best of all turns in milliseconds: time on the clock, and time of all threads of this process. */
export type Taken = { readonly wall: number; readonly cpu: number; readonly totals: readonly bigint[] };

/** Ways take turns, so that a busy machine slows all of them. */
export async function takeTurns(ways: readonly Way[], turns: number): Promise<ReadonlyMap<string, Taken>> {
  const best = new Map<string, Taken>();
  for (let turn = 0; turn < turns; turn++) {
    for (const { name, work } of ways) {
      const started = performance.now();
      const before = process.cpuUsage();
      const totals = await work();
      const { user, system } = process.cpuUsage(before);
      const wall = performance.now() - started;
      const cpu = (user + system) / 1000;
      const known = best.get(name);
      best.set(name, { wall: Math.min(wall, known?.wall ?? wall), cpu: Math.min(cpu, known?.cpu ?? cpu), totals });
    }
  }
  return best;
}
