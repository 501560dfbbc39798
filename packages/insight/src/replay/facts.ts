import type { DuckDBConnection } from "@duckdb/node-api";
import { type CheckedRulebook, type Fact, isNumeric } from "@twinline/rulebook";
import { RECORDED } from "../history/recorded.ts";
import { ReplayError } from "./error.ts";
import type { Feed } from "./feed.ts";
import { dictionaryOf, numberIn, type OpenedHistory, quoted } from "./history-columns.ts";

/** What the zone says of each category of goods for the rulebooks: tax class, article, whether ever exempt. */
export type GoodsFacts = { readonly [category: string]: { readonly [fact: string]: string | boolean } };

/** Facts told by other columns, as SQL over `x`, a passage that leaves, and `e`, the entry of its visit. */
const derived: { readonly [fact: string]: { readonly needs: readonly string[]; readonly sql: string } } = {
  inside: { needs: ["visit", "gate"], sql: "(e.visit is not null)::integer" },
  same_gate: { needs: ["visit", "gate"], sql: "(e.visit is null or e.gate = x.gate)::integer" },
  stay_days: { needs: ["visit", "gate"], sql: "coalesce(greatest(0, x.day - e.day + 1), 0)::integer" },
  goods_value: { needs: ["value_fen"], sql: "x.value_fen" },
  goods_mass: { needs: ["mass_grams"], sql: "x.mass_grams" },
  goods_quantity: { needs: ["quantity"], sql: "x.quantity" },
  indivisible: { needs: ["indivisible"], sql: "x.indivisible::integer" },
  vehicle: { needs: ["vehicle"], sql: "x.vehicle::integer" },
};

/** NOTE: histories do not keep watch lists: everyone is replayed as on none. */
const constant: { readonly [fact: string]: string } = { watch: "none" };

const ofCountry = new Set(["nationality", "residence"]);

/**
 * Text of the loop for every fact of a rulebook, by name; columns and constants go into the feed.
 *
 * @throws ReplayError "replay/fact-absent" naming the first required fact that the history lacks
 */
export async function assembleFacts(
  connection: DuckDBConnection,
  history: OpenedHistory,
  rulebook: CheckedRulebook,
  goods: GoodsFacts,
  feed: Feed,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const fact of rulebook.facts) {
    const text =
      (await recorded(connection, history, fact, feed)) ??
      computed(history, fact, feed) ??
      (await looked(connection, history, rulebook, fact, goods, feed));
    if (text !== undefined) texts.set(fact.name, text);
    else if (!fact.optional) throw absent(rulebook, fact);
  }
  return texts;
}

function absent({ name }: CheckedRulebook, fact: Fact): ReplayError {
  const message = `Cannot replay "${name}": the history has nothing that gives the fact "${fact.name}"`;
  return new ReplayError("replay/fact-absent", fact.name, message);
}

/** The fact as the gate decided on it, where the history has it; it goes before any derivation. */
async function recorded(
  connection: DuckDBConnection,
  history: OpenedHistory,
  { name, type }: Fact,
  feed: Feed,
): Promise<string | undefined> {
  const column = `${RECORDED}${name}`;
  if (!history.columns.has(column)) return undefined;
  const source = `x.${quoted(column)}`;
  // A BIGINT would arrive as a BigInt; whole numbers up to 2^53 are exact as a DOUBLE.
  const given = isNumeric(type)
    ? feed.column(`${source}::double`)
    : type.kind === "boolean"
      ? `(${feed.column(`${source}::integer`)} === 1)`
      : await text();
  // A fact that was not recorded is missing, and never a 0 or a false.
  return `(${feed.column(`(${source} is null)::integer`)} === 1 ? undefined : ${given})`;

  async function text(): Promise<string> {
    const values = feed.constant(await dictionaryOf(connection, history, column));
    return `${values}[${feed.column(numberIn(column))}]`;
  }
}

function computed({ columns }: OpenedHistory, { name, type }: Fact, feed: Feed): string | undefined {
  const constantly = constant[name];
  if (constantly !== undefined && type.kind === "code") return JSON.stringify(constantly);
  const known = derived[name];
  if (known === undefined || !known.needs.every((column) => columns.has(column))) return undefined;
  const value = feed.column(known.sql);
  if (type.kind === "boolean") return `(${value} === 1)`;
  return isNumeric(type) ? value : undefined;
}

/** Facts that follow from a text of the row: its country, or what the zone says of its category. */
async function looked(
  connection: DuckDBConnection,
  history: OpenedHistory,
  rulebook: CheckedRulebook,
  fact: Fact,
  goods: GoodsFacts,
  feed: Feed,
): Promise<string | undefined> {
  const { columns } = history;
  if (fact.type.kind === "country" && ofCountry.has(fact.name) && columns.has("nationality")) {
    const countries = feed.constant(await dictionaryOf(connection, history, "nationality"));
    return `${countries}[${feed.column(numberIn("nationality"))}]`;
  }
  const isGoods = Object.values(goods).some((facts) => facts[fact.name] !== undefined);
  if (!isGoods || !columns.has("category")) return undefined;
  const categories = await dictionaryOf(connection, history, "category");
  const values = categories.map((category) => categoryFact(rulebook, fact, category, goods));
  return `${feed.constant(values)}[${feed.column(numberIn("category"))}]`;
}

/** Empty hands have no category: the fact is then the first of its codes, or false, as it is at the gate. */
function categoryFact({ codes }: CheckedRulebook, fact: Fact, category: string, goods: GoodsFacts): string | boolean {
  const { type } = fact;
  if (category === "") {
    if (type.kind !== "code") return false;
    return codes.find(({ name }) => name === type.list)?.values[0]?.code ?? "";
  }
  const value = goods[category]?.[fact.name];
  if (value !== undefined) return value;
  const message = `Cannot replay the history: the zone does not say "${fact.name}" of the category "${category}"`;
  throw new ReplayError("replay/category", category, message);
}
