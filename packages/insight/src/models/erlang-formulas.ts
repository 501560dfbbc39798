/** Erlang B: share of calls lost with `servers` servers at `load` erlang; by recursion, since factorials overflow. */
export function erlangB(servers: number, load: number): number {
  let blocking = 1;
  for (let n = 1; n <= servers; n++) blocking = (load * blocking) / (n + load * blocking);
  return blocking;
}

/** Erlang C: share of arrivals that wait; 1 when the load is not below the servers. */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;
  const blocking = erlangB(servers, load);
  return (servers * blocking) / (servers - load * (1 - blocking));
}

/** Three servers of 0.1 a minute are full at 0.3: what is short of 1 by the rounding of doubles alone is 1. */
const ROUNDING = 1e-12;

/** Whether the servers are busy all the time, so that the line grows without end. */
export function isFull(utilisation: number): boolean {
  return utilisation >= 1 - ROUNDING;
}
