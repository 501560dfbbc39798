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
