import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFactsText } from "../../packages/rulebook/src/facts/facts-text.ts";
import { load } from "../../packages/rulebook/src/load.ts";
import { exampleName, readExampleFiles } from "../../packages/rulebook/src/testing/example-files.ts";
import { generateRulebook } from "../../packages/rulebook/src/testing/generated-rulebook.ts";
import { randomOf } from "../../packages/rulebook/src/testing/random.ts";
import { type Engine, findSqlDifferences } from "../../packages/rulebook/src/testing/sql-agreement.ts";
import { findWindowDifferences } from "../../packages/rulebook/src/testing/window-agreement.ts";
import { freshDatabase } from "../../packages/server/src/testing/template.ts";

const RULEBOOKS = 15;

test("PostgreSQL decides as JavaScript does, on the example and on generated rulebooks", async () => {
  await using fresh = await freshDatabase();
  const engine: Engine = {
    dialect: "postgres",
    run: (text) => fresh.owner.query(text),
    rows: async (text) => {
      const { rows } = await fresh.owner.query<{ json: string }>(
        `select row_to_json(q)::text as json from (${text}) q`,
      );
      return rows.map(({ json }) => ({ ...parseFactsText(json) }));
    },
  };
  const loaded = load(readExampleFiles(), exampleName);
  assert.ok("rulebook" in loaded);
  assert.deepEqual(await findSqlDifferences(loaded.rulebook, engine, randomOf(1), 500), []);
  for (let seed = 0; seed < RULEBOOKS; seed++) {
    const random = randomOf(seed);
    assert.deepEqual(await findSqlDifferences(generateRulebook(random), engine, random, 60), [], `seed ${seed}`);
  }
  for (const late of [0, 0.02])
    assert.deepEqual(await findWindowDifferences(engine, randomOf(5), { count: 300, late }), [], `${late} come late`);
});
