import { erlangB, erlangC } from "./erlang-formulas.ts";
import { type Input, ModelInputError } from "./input.ts";
import type { Model, Result } from "./model.ts";

const SERVERS_MAX = 1_000_000;
const HALVINGS = 200;
const ROUNDING = 1e-12;

function servers(input: Input): number {
  const count = input.integer("servers");
  if (count < 1 || count > SERVERS_MAX)
    throw new ModelInputError("servers", `1 to ${SERVERS_MAX} servers are expected`);
  return count;
}

function loadOf(input: Input): number {
  const load = input.number("offeredLoad");
  if (load < 0) throw new ModelInputError("offeredLoad", "0 or more erlang are expected");
  return load;
}

function loadFor(count: number, blocking: number): number {
  if (!(blocking > 0 && blocking < 1)) throw new ModelInputError("blocking", "a share between 0 and 1 is expected");
  let high = 1;
  while (erlangB(count, high) < blocking) high *= 2;
  let low = 0;
  for (let step = 0; step < HALVINGS && high - low > Number.EPSILON * high; step++) {
    const middle = (low + high) / 2;
    if (erlangB(count, middle) < blocking) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A share that misses its limit by the rounding of doubles meets it: two servers at 0.5 erlang make exactly 0.1 wait. */
function isWithin(share: number, limit: number): boolean {
  return share <= limit * (1 + ROUNDING);
}

/** Both formulas fall with every server added, so that the first that fits is the smallest. */
function fewestServers(input: Input): number {
  const load = loadOf(input);
  const byWait = input.has("waitProbability");
  const limit = input.number(byWait ? "waitProbability" : "blocking");
  if (!(limit > 0)) throw new ModelInputError(byWait ? "waitProbability" : "blocking", "a share above 0 is expected");
  let blocking = 1;
  for (let count = 0; count <= SERVERS_MAX; count++) {
    if (count > 0) blocking = (load * blocking) / (count + load * blocking);
    const waiting = count > load ? (count * blocking) / (count - load * (1 - blocking)) : 1;
    if (byWait ? count > load && isWithin(waiting, limit) : isWithin(blocking, limit)) return count;
  }
  throw new ModelInputError("offeredLoad", `more than ${SERVERS_MAX} servers would be needed`);
}

function serviceLevel(input: Input): Record<string, Result> {
  const holding = input.number("meanServiceTime");
  if (!(holding > 0)) throw new ModelInputError("meanServiceTime", "a time above 0 is expected");
  const offeredLoad = input.number("lambda") * holding;
  const count = servers(input);
  if (count <= offeredLoad)
    throw new ModelInputError("servers", `more servers than the offered load ${offeredLoad} are expected`);
  const waiting = erlangC(count, offeredLoad);
  const meanWait = (waiting * holding) / (count - offeredLoad);
  const late = waiting * Math.exp((-(count - offeredLoad) * input.number("waitThreshold")) / holding);
  return { offeredLoad, utilisation: offeredLoad / count, erlangC: waiting, meanWait, serviceLevel: 1 - late };
}

/** Erlang's loss and delay formulas (1917) and their inverses. */
export const erlang: Model = {
  name: "erlang",
  about: "Blocking, waiting, offered load and number of servers by Erlang's formulas",
  compute: (input) => {
    const find = input.oneOf("find", ["probabilities", "offeredLoad", "servers", "serviceLevel"]);
    if (find === "serviceLevel") return serviceLevel(input);
    if (find === "servers") return { servers: fewestServers(input) };
    const count = servers(input);
    if (find === "offeredLoad") return { offeredLoad: loadFor(count, input.number("blocking")) };
    const load = loadOf(input);
    return { erlangB: erlangB(count, load), erlangC: erlangC(count, load) };
  },
};
