import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type CheckedRulebook, compileSource } from "@twinline/rulebook";
import { load } from "@twinline/rulebook/load";
import { openHistory } from "../history/duckdb.ts";
import { ReplayError } from "./error.ts";
import { loadBase } from "./policies.fixture.ts";
import { twoPolicies, withStoredCounter } from "./sql.ts";
import { storeCounters } from "./stored-counters.ts";

const ROWS = 2_000;
const DAY = Temporal.PlainDate.from("1970-01-01").until("2025-03-01").days;
const FILE = path.join(import.meta.dirname, "../../../../bench/allowance/allowance.yaml");

function loadAllowance(): CheckedRulebook {
  const loaded = load(new Map([["bench/allowance.yaml", readFileSync(FILE, "utf8")]]), "bench/allowance");
  if ("findings" in loaded) throw new Error(loaded.findings.map(({ sentence }) => sentence).join("\n"));
  return loaded.rulebook;
}

const base = loadAllowance();
/** The same law with another charge; its counter is defined alike. */
const other: CheckedRulebook = {
  ...base,
  parameters: base.parameters.map((parameter) => ({
    ...parameter,
    versions: parameter.versions.map((version) =>
      parameter.name === "minimum_charge"
        ? { ...version, other: { kind: "known", value: 90_000, written: "900" } as const }
        : version,
    ),
  })),
};
const COLUMNS = ["seq", "person", "legal", "law", "residence", "age", "category", "value"];

async function fill(connection: DuckDBConnection): Promise<void> {
  await connection.run(`create table x as select i::integer as seq, (hash(i) % 40)::integer as person,
    (${DAY} + i // 400)::integer as legal, (${DAY} + i // 400)::integer as law,
    case when hash(i * 3) % 3 = 0 then 'KZ' when hash(i * 3) % 3 = 1 then 'CN' else 'UZ' end as residence,
    (hash(i * 5) % 80)::bigint as age, case when hash(i * 7) % 4 = 0 then 'trader' else 'tourist' end as category,
    (hash(i * 11) % 500000)::bigint as value from range(${ROWS}) r(i)`);
}

async function slowly(connection: DuckDBConnection): Promise<readonly string[]> {
  const bought = new Map<string, number>();
  const [first, second] = [compileSource(base), compileSource(other)];
  const read = await connection.runAndReadAll(
    "select seq, person, legal, residence, age::integer, category, value::integer from x order by seq",
  );
  return read.getRows().map(([seq, person, day, residence, age, category, value]) => {
    const key = `${person} ${day}`;
    const facts = { residence: String(residence), age: Number(age), category: String(category), value: Number(value) };
    const counters = { bought: bought.get(key) ?? 0 };
    bought.set(key, counters.bought + facts.value);
    const days = { law: Number(day), legal: Number(day) };
    const outcomes = [first, second].map((decide) => {
      const made = decide(facts, counters, days);
      if (made.kind === "unanswerable") throw new Error(`${made.reason} ${made.name}`);
      return `${made.outputs.reason} ${made.outputs.duty_free} ${made.outputs.tax}`;
    });
    return `${seq}: ${outcomes.join(" | ")}`;
  });
}

async function quickly(connection: DuckDBConnection, query: string): Promise<readonly string[]> {
  const read = await connection.runAndReadAll(`select k, "base reason", "base duty_free", "base tax",
    "reform reason", "reform duty_free", "reform tax" from (${query}) order by k`);
  return read
    .getRows()
    .map(([k, ...outcome]) => `${k}: ${outcome.slice(0, 3).join(" ")} | ${outcome.slice(3).join(" ")}`);
}

test("two policies in one query give what the gate gives, row by row, with a window or a stored counter", async () => {
  await using history = await openHistory();
  const { connection } = history;
  await fill(connection);
  const expected = await slowly(connection);
  const source = (table: string) => `(select *, seq as k from ${table})`;
  const window = twoPolicies(base, other, { text: source("x"), keep: ["k"], stored: [] });
  assert.deepEqual(await quickly(connection, window), expected);
  await connection.run(`create table counted as ${withStoredCounter(base, "bought", "x", COLUMNS)}`);
  const stored = twoPolicies(base, other, { text: source("counted"), keep: ["k"], stored: ["bought"] });
  assert.deepEqual(await quickly(connection, stored), expected);
  assert.ok(!stored.includes("OVER"));
});

test("counters are stored once for all what-ifs of one definition, and counted anew when the definition or the history changes", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "twinline-counted-"));
  try {
    await using history = await openHistory();
    const { connection } = history;
    await fill(connection);
    const x = { source: "x", columns: COLUMNS, name: "x of 2,000" };
    const first = await storeCounters(connection, base, x, folder);
    const again = await storeCounters(connection, other, x, folder);
    assert.deepEqual([first.isKnown, again.isKnown, again.file], [false, true, first.file]);
    const source = `(select *, seq as k from read_parquet('${first.file}'))`;
    const query = twoPolicies(base, other, { text: source, keep: ["k"], stored: ["bought"] });
    assert.deepEqual(await quickly(connection, query), await slowly(connection));
    const redefined = { ...base, counters: base.counters.map((one) => ({ ...one, definition: "another" })) };
    assert.equal((await storeCounters(connection, redefined, x, folder)).isKnown, false);
    assert.equal((await storeCounters(connection, base, { ...x, name: "x of 2,001" }, folder)).isKnown, false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a counter defined alike by both policies is computed once, and kept under one hash", () => {
  const query = twoPolicies(base, other, { text: "x", keep: [], stored: [] });
  assert.equal(query.match(/ OVER /g)?.length, 1);
  assert.equal(base.counters[0]!.definition, other.counters[0]!.definition);
});

test("a counter that feeds back is neither a window nor stored", () => {
  const departure = loadBase();
  const isRefused = (error: unknown) => error instanceof ReplayError && error.subject === "duty_free_today";
  assert.throws(() => twoPolicies(departure, departure, { text: "x", keep: [], stored: [] }), isRefused);
  assert.throws(() => withStoredCounter(departure, "duty_free_today", "x", COLUMNS), isRefused);
});
