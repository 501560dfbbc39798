import type { DuckDBConnection } from "@duckdb/node-api";
import { type CheckedRulebook, compileSource } from "@twinline/rulebook";

/** What the gate's own decisions come to over a table, one after the other, with a map of what was bought. */
export async function decidedAtTheGate(
  connection: DuckDBConnection,
  rulebook: CheckedRulebook,
  table: string,
  law: number | undefined,
): Promise<readonly bigint[]> {
  const decide = compileSource(rulebook);
  const bought = new Map<string, number>();
  const sums = [0n, 0n, 0n, 0n, 0n];
  const stream = await connection.stream(
    `select person, legal, residence::varchar, age, category::varchar, value::integer from ${table} order by seq`,
  );
  for (let chunk = await stream.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await stream.fetchChunk()) {
    for (const [person, day, residence, age, category, value] of chunk.getRows()) {
      const key = `${person} ${day}`;
      const legal = Number(day);
      const facts = {
        residence: String(residence),
        age: Number(age),
        category: String(category),
        value: Number(value),
      };
      const made = decide(facts, { bought: bought.get(key) ?? 0 }, { law: law ?? legal, legal });
      bought.set(key, (bought.get(key) ?? 0) + facts.value);
      if (made.kind === "unanswerable") throw new Error(`${made.reason} ${made.name}`);
      const { reason, duty_free, taxable, tax } = made.outputs;
      const own = [1, reason === "ok" ? 1 : 0, Number(duty_free), Number(taxable), Number(tax)];
      for (const [index, amount] of own.entries()) sums[index]! += BigInt(amount);
    }
  }
  return sums;
}
