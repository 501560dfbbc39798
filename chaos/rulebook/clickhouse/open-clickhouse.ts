import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Runner } from "../engines.ts";

const INSTALL_TIMEOUT_MS = 600_000;
/** What the generated SQL expects of a session (rulebook.md §10, T12): columns that may be missing, and LEFT JOINs with NULL. */
const SETTINGS = [
  "data_type_default_nullable = 1",
  "join_use_nulls = 1",
  // NOTE: put off to the branch that needs it, a shared sub-expression is held and worked out once for every use of it:
  // a decision of 36 kB then takes 21 GiB and 39 s for a thousand rows, and 0.3 s where it is worked out at once. Nothing
  // in the generated SQL relies on a branch that is not worked out.
  "short_circuit_function_evaluation = 'disable'",
  "default_table_engine = 'Memory'",
  "default_temporary_table_engine = 'Memory'",
  "output_format_json_quote_64bit_integers = 1",
  // NOTE: an INSERT of a thousand wide rows is longer than a query may be by default.
  "max_query_size = 100000000",
];

type Session = { query(text: string, format?: string): string; cleanup?(): void };
type Answer = {
  readonly meta: readonly { readonly name: string; readonly type: string }[];
  readonly data: readonly Readonly<Record<string, unknown>>[];
};

/** The real ClickHouse as a library (chdb), or undefined where it cannot be installed; integers arrive as bigints. */
export function openClickHouse(): { readonly run: Runner; readonly close: () => void } | undefined {
  if (!install()) return undefined;
  const library = createRequire(path.join(import.meta.dirname, "package.json"))("chdb") as {
    Session: new () => Session;
  };
  const session = new library.Session();
  session.query("CREATE DATABASE agreement");
  session.query("USE agreement");
  session.query(`SET ${SETTINGS.join(", ")}`);
  const run: Runner = async (statements) => {
    for (const statement of statements.slice(0, -1)) session.query(statement);
    return rowsOf(JSON.parse(session.query(statements.at(-1)!, "JSON")) as Answer);
  };
  return { run, close: () => session.cleanup?.() };
}

function rowsOf({ meta, data }: Answer): Record<string, unknown>[] {
  const integers = new Set(meta.flatMap(({ name, type }) => (/^(Nullable\()?U?Int/.test(type) ? [name] : [])));
  return data.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        integers.has(name) && value !== null ? BigInt(value as string) : value,
      ]),
    ),
  );
}

/** It lies beside this file and never in the product's lock; no script of its own runs. */
function install(): boolean {
  const folder = import.meta.dirname;
  if (existsSync(path.join(folder, "node_modules/chdb"))) return true;
  const quiet = ["--ignore-scripts", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"];
  try {
    execFileSync("npm", ["install", "--prefix", folder, ...quiet], { stdio: "ignore", timeout: INSTALL_TIMEOUT_MS });
    return existsSync(path.join(folder, "node_modules/chdb"));
  } catch {
    return false;
  }
}
