import type { CheckedRulebook, Counter, Decide } from "@twinline/rulebook";
import type { Author, Body } from "../spine/concept.ts";
import { conceptTable, spineConcepts } from "../spine/concepts.ts";
import { entryChanges } from "../spine/fold.ts";
import type { Installed, World } from "../spine/installed.ts";
import { LoadedState } from "../spine/loaded-state.ts";
import { type Change, COUNTER, placeOf, type Row, type StateKey } from "../spine/state.ts";
import type { Direction, PassageCommand, Watch } from "./command.ts";

/** An invented law: everybody over 16 enters with a passport, `cap` is free of duty each day. */
export const law = { day: 20_000, stayDays: 30, cap: 100, minorAge: 16, suspicious: 77, goods: "goods" };
const DAY_MS = 86_400_000;

const at = { file: "toy.yaml", line: 1, column: 1 };
const texts = { zh: "x", kk: "x", ru: "x", en: "x" };

function fact(name: string, kind: string) {
  return { name, type: { kind, digits: 2, unit: "g", list: name }, optional: false, of: "event", label: texts, at };
}

const used: Counter = {
  name: "used",
  kind: "feedback",
  type: { kind: "money", currency: "CNY", digits: 2 },
  measure: { kind: "count" },
  per: ["person", "legal_day"],
  range: { min: 0, max: 1_000_000 },
  source: [],
  definition: "0123456789abcdef",
  at,
};

function toyRulebook(name: string, facts: readonly ReturnType<typeof fact>[], counters: readonly Counter[]) {
  return { name: `toy/cn/${name}`, hash: name, decides: name, facts, counters, codes: [], parameters: [], rules: [] };
}

const arrival = toyRulebook(
  "arrival",
  [fact("age", "integer"), fact("watch", "code"), fact("inside", "boolean"), fact("guardian", "boolean")],
  [],
);
const departure = toyRulebook(
  "departure",
  [fact("inside", "boolean"), fact("same_gate", "boolean"), fact("watch", "code"), fact("goods_value", "money")],
  [used],
);

const decideArrival: Decide = ({ age, watch, inside, guardian }) => {
  if (age === undefined) return { kind: "unanswerable", reason: "missing-fact", name: "age" };
  const minor = Number(age) < law.minorAge && guardian !== true;
  const verdict = watch === "refuse" ? "refuse" : inside === true || minor || watch === "refer" ? "refer" : "admit";
  return decided({ verdict, reason: verdict === "admit" ? "ok" : "no", stay_days_allowed: law.stayDays });
};

const decideDeparture: Decide = ({ inside, same_gate, goods_value }, { used: before }) => {
  const value = Number(goods_value);
  const free = Math.min(value, Math.max(0, law.cap - Number(before)));
  const fine = inside === true && same_gate === true && value !== law.suspicious;
  return decided({ verdict: fine ? "admit" : "refer", reason: fine ? "ok" : "no", free });
};

function decided(outputs: Record<string, string | number>) {
  const trace = { values: [], rows: [], counters: [], versions: { parameters: [], rules: [] } };
  return { kind: "decided" as const, outputs, trace };
}

function install(rulebook: ReturnType<typeof toyRulebook>, outputs: string[], decide: Decide): Installed {
  return {
    rulebook: { ...rulebook, outputs } as unknown as CheckedRulebook,
    decide,
    amountOf: (_, { outputs: out }) => (out.verdict === "admit" ? Number(out.free) : undefined),
  };
}

/** Two rulebooks of the toy law, as a world has them. */
export const toyRulebooks: ReadonlyMap<string, Installed> = new Map([
  ["toy/cn/arrival", install(arrival, ["verdict", "reason", "stay_days_allowed"], decideArrival)],
  ["toy/cn/departure", install(departure, ["verdict", "reason", "free"], decideDeparture)],
]);

export type ToyTraveller = { person: string; watch?: Watch; born?: number | null };
export type ToyPassage = Partial<ToyTraveller> & {
  direction: Direction;
  gate?: string;
  day?: number;
  guardian?: ToyTraveller;
  vehicle?: string;
  values?: readonly number[];
  covers?: PassageCommand["covers"];
};

/** A node without a database: the concepts, the fold and a map. */
export function toyNode() {
  const rows = new Map<string, StateKey & { row: Row }>();
  const entries: { number: number; body: Body }[] = [];
  const concepts = conceptTable(spineConcepts);
  const world: World = {
    origin: "twinline/toy/cn",
    zone: "toy",
    side: "cn",
    rulebooks: toyRulebooks,
    legalDay: (ms) => Math.floor(ms / DAY_MS),
    overrideReasons: new Set(["mistake"]),
  };

  function run(kind: string, command: object, atMs: number): Body & { number: number } {
    const concept = concepts.get(kind)!;
    const number = entries.length + 1;
    const keys = concept.keys(command as never, world, atMs);
    const state = new LoadedState(
      keys,
      keys.flatMap((key) => rows.get(placeOf(key)) ?? []),
    );
    const { outcome, reason, details } = concept.decide(command as never, state, world, { atMs, number });
    const at = new Temporal.Instant(BigInt(atMs) * 1_000_000n).toString();
    const body = { ...details, kind, at, outcome, reason } as Body;
    const changes = entryChanges(concept, body, number, world.rulebooks);
    state.apply(changes, number);
    for (const change of changes) keep(rows, change, number);
    entries.push({ number, body });
    return { ...body, number };
  }

  return {
    entries,
    rows,
    world,
    concepts,
    run,
    passage: (passage: ToyPassage) => run("passage", commandOf(passage), (passage.day ?? law.day) * DAY_MS),
    override: (
      passage: number,
      verdict: string,
      by: Author = { officer: "o1", second: "o2" },
      reason: string = "mistake",
    ) => {
      const original = entries[passage - 1]!.body;
      return run("override", { kind: "override", by, passage, original, verdict, reason }, law.day * DAY_MS);
    },
    stay: (person: string) => rows.get(placeOf({ table: "stay", key: person }))?.row,
    used: (person: string, day: number = law.day) => counterValue(rows, `/person:${person}/legal_day:${day}`),
    mismatches: () => [...rows.values()].filter(({ table }) => table === "mismatch").map(({ key }) => key),
    isVehicleInside: (token: string) => rows.has(placeOf({ table: "vehicle_stay", key: token })),
  };
}

/** Applies a change the way the tables do. */
export function keep(rows: Map<string, StateKey & { row: Row }>, change: Change, number: number): void {
  if (change.kind === "put") rows.set(placeOf(change), { table: change.table, key: change.key, row: change.row });
  else if (change.kind === "drop") rows.delete(placeOf(change));
  else {
    const key = { table: COUNTER, key: change.key };
    const value = Number(rows.get(placeOf(key))?.row.value ?? 0) + change.amount;
    if (value < change.least || value > change.most) throw new RangeError(`"${change.key}" would be ${value}`);
    rows.set(placeOf(key), { ...key, row: { value, last: number } });
  }
}

function counterValue(rows: ReadonlyMap<string, StateKey & { row: Row }>, suffix: string): number {
  const found = [...rows.values()].find(({ table, key }) => table === COUNTER && key.endsWith(suffix));
  return Number(found?.row.value ?? 0);
}

export function commandOf({ person = "p1", watch = "none", born, gate = "CN-1", ...rest }: ToyPassage): PassageCommand {
  const { direction, guardian, vehicle, covers, values = [] } = rest;
  return {
    kind: "passage",
    by: { device: "d1" },
    direction,
    gate,
    lane: "1",
    traveller: travellerOf({ person, watch, ...(born === undefined ? {} : { born }) }),
    ...(guardian === undefined ? {} : { guardian: travellerOf(guardian) }),
    ...(covers === undefined ? {} : { covers }),
    ...(vehicle === undefined ? {} : { vehicle: { token: vehicle, country: "KZ" } }),
    goods: values.map((valueMinor) => ({
      hs: "6109",
      category: law.goods,
      quantity: 1,
      massGrams: 100,
      valueMinor,
      indivisible: false,
      facts: {},
    })),
  };
}

function travellerOf({ person, watch = "none", born = law.day - 14_610 }: ToyTraveller) {
  const document = { kind: "passport", nationality: "KZ", ...(born === null ? {} : { bornDay: born }) };
  return { person, watch, document };
}
