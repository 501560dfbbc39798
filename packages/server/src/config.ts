import { StartError } from "./errors.ts";
import type { Side } from "./node.ts";
import { loadZone } from "./zones/load-zone.ts";

export const PORT_DEFAULT = 7400;
export const DATA_DEFAULT = ".twinline";
export const ZONE_DEFAULT = "khorgos";
const PORT_MAX = 65_535;

/** Where the database is: the embedded server of the data folder, or a server of the operator's by URL. */
export type DatabaseChoice =
  | { kind: "embedded" }
  | { kind: "external"; url: string /** The owner's URL, for migrations only. */; ownerUrl: string | undefined };

/** Everything the surroundings say, read once at the start; no other file looks at the environment. */
export type Config = {
  zone: string;
  /** One node each; the second has the next port. */
  sides: readonly Side[];
  dataFolder: string;
  port: number;
  /** Address that browsers see when a proxy stands before the node; a loopback node has none. */
  origin: string | undefined;
  database: DatabaseChoice;
};

/** Options of the command line, which win over the environment. */
export type ConfigFlags = { zone?: string; side?: string; data?: string; port?: string };

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws StartError when a value cannot be used; the sentence names the variable or the option */
export function readConfig(env: Environment, flags: ConfigFlags = {}): Config {
  const zone = flags.zone ?? env.TWINLINE_ZONE ?? ZONE_DEFAULT;
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(zone))
    throw wrong(
      "zone",
      `Cannot start the zone "${zone}": a zone is named in small letters, as its folder in rulebooks/`,
    );
  const chosen = readSides(zone, flags.side ?? env.TWINLINE_SIDE);
  const database = readDatabase(env);
  if (database.kind === "external" && chosen.length > 1)
    throw wrong("side", 'Cannot start "both" sides on one DATABASE_URL: each side has its own; start them one by one');
  return {
    zone,
    sides: chosen,
    dataFolder: flags.data ?? env.TWINLINE_DATA ?? DATA_DEFAULT,
    port: readPort(flags.port ?? env.TWINLINE_PORT ?? String(PORT_DEFAULT), chosen.length),
    origin: readOrigin(env.TWINLINE_ORIGIN),
    database,
  };
}

/** The sides of the zone's file; without a word its first. */
function readSides(zone: string, text: string | undefined): readonly Side[] {
  const sides = loadZone(zone).sides.map(({ side }) => side);
  if (text === "both") return sides;
  const side = text === undefined ? sides[0] : sides.find((one) => one === text);
  if (side === undefined)
    throw wrong("side", `Cannot start the side "${text}" of "${zone}": choose ${sides.join(", ")} or both`);
  return [side];
}

function readPort(text: string, nodes: number): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port + nodes - 1 <= PORT_MAX) return port;
  throw wrong(
    "port",
    `Cannot listen on the port "${text}": choose a number from 1 to ${PORT_MAX}, or 0 for a free one`,
  );
}

function readOrigin(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === "/") return url.origin;
  throw wrong("origin", `Cannot use TWINLINE_ORIGIN "${text}": give an address like https://gate.example`);
}

function readDatabase(env: Environment): DatabaseChoice {
  if (env.DATABASE_URL === undefined || env.DATABASE_URL === "") return { kind: "embedded" };
  assertDatabaseUrl("DATABASE_URL", env.DATABASE_URL);
  if (env.MIGRATION_URL !== undefined) assertDatabaseUrl("MIGRATION_URL", env.MIGRATION_URL);
  return { kind: "external", url: env.DATABASE_URL, ownerUrl: env.MIGRATION_URL };
}

const LOOPBACK = new Set(["", "localhost", "127.0.0.1", "[::1]"]);
const SAFE_MODES = new Set(["require", "verify-ca", "verify-full"]);

/** A database on another machine is reached over TLS only. The URL may hold a password: no sentence repeats it. */
function assertDatabaseUrl(name: string, text: string): void {
  const url = URL.parse(text);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol))
    throw wrong(
      "database-url",
      `Cannot use ${name}: it must look like postgresql://role@host:5432/database or postgresql:///database?host=/run/postgresql&user=role`,
    );
  const host = url.searchParams.get("host") ?? url.hostname;
  if (LOOPBACK.has(host) || host.startsWith("/") || SAFE_MODES.has(url.searchParams.get("sslmode") ?? "")) return;
  throw wrong(
    "database-tls",
    `Cannot use ${name}: "${host}" is another machine and the line is open; add sslmode=verify-full`,
  );
}

function wrong(what: string, message: string): StartError {
  return new StartError(`start/${what}`, message);
}
