import { parseCanonical } from "@twinline/journal";
import type { Counted } from "@twinline/rulebook";
import {
  type Body,
  type Compiled,
  countedFor,
  countedKeys,
  type DecisionRecord,
  decisionsOf,
  installRulebook,
  type Subject,
} from "@twinline/zone";
import type { Queries } from "../database.ts";
import type { Shelf } from "../rulebooks/shelf.ts";

/** Numbers looked through before an entry at most; a counter whose entries lie further back is told without them. */
export const LOOKED_BACK_MAX = 50_000;
const PAGE = 5_000;

type Place = { readonly queries: Queries; readonly shelf: Shelf; readonly body: Body; readonly number: number };
/** What is still to be found of one counter's value. */
type Search = { left: number; readonly keys: ReadonlySet<string>; readonly entries: number[] };

/**
 * The entries that a decision's counters counted: those that added to them, found backwards from the decision until their
 * sum is the value it was taken on. `line` is the decision's place in its entry, whose lines before it count too.
 */
export async function countedBehind(place: Place, record: DecisionRecord, line: number): Promise<Counted> {
  const { body, number, shelf } = place;
  const { person } = body;
  if (typeof person !== "string") return {};
  const compiled = await shelf.fetch(record.hash);
  const searches = searchesOf(compiled, record, { person, gate: String(body.gate), passage: String(number) });
  const installed = installRulebook(
    compiled.rulebook,
    () => compiled.decide,
    (hash) => shelf.find(hash),
  );
  const find = (one: Body, at: number): void => {
    const added = countedFor(installed, one);
    for (const search of searches.values()) take(search, added, at);
  };
  // Lines of one passage see each other whatever became of the passage.
  find({ ...body, decisions: decisionsAsRead(body).slice(0, line), counts: "all" }, number);
  await lookBack(place, person, searches, find);
  return Object.fromEntries(
    [...searches].flatMap(([name, { left, entries }]) =>
      left === 0 ? [[name, { events: entries.length, last: entries.at(-1)!, entries }]] : [],
    ),
  );
}

function searchesOf({ rulebook }: Compiled, record: DecisionRecord, subject: Subject): Map<string, Search> {
  const counters = rulebook.counters.filter(({ name, per }) => {
    const ofPerson = per.includes("person") || per.includes("passage");
    return ofPerson && (record.counters[name] ?? 0) > 0;
  });
  return new Map(
    counters.map((counter) => {
      const keys = new Set(countedKeys(rulebook, counter, subject, record.legal));
      return [counter.name, { left: record.counters[counter.name]!, keys, entries: [] }];
    }),
  );
}

function take(search: Search, added: ReturnType<typeof countedFor>, at: number): void {
  if (search.left === 0) return;
  const sum = added.reduce((total, { key, amount }) => total + (search.keys.has(key) ? amount : 0), 0);
  if (sum === 0) return;
  search.left -= sum;
  search.entries.unshift(at);
}

async function lookBack(
  { queries, number }: Place,
  person: string,
  searches: ReadonlyMap<string, Search>,
  find: (body: Body, at: number) => void,
): Promise<void> {
  const first = Math.max(0, number - LOOKED_BACK_MAX);
  for (let to = number; to > first && [...searches.values()].some(({ left }) => left !== 0); to -= PAGE) {
    const { rows } = await queries.query<{ number: number; body: string }>(
      "select number, body from entry where number >= $1 and number < $2 and position($3 in body) > 0 order by number desc",
      [Math.max(first, to - PAGE), to, `"person":${JSON.stringify(person)}`],
    );
    for (const row of rows) find(parseCanonical(row.body) as Body, row.number);
  }
}

function decisionsAsRead(body: Body): readonly (typeof body)[string][] {
  return decisionsOf(body).length > 0 && Array.isArray(body.decisions) ? body.decisions : [];
}
