import { type Database, type Queries, together } from "../database.ts";
import { Gathering } from "../gathering.ts";
import { inVault } from "./home.ts";
import type { VaultKeys } from "./keys.ts";
import { indexOf, newDataKey, newToken, seal, unseal } from "./sealing.ts";

export const REVEAL_MAX = 500;
/** Sightings recorded in one transaction at most. */
export const SIGHTINGS_MAX = 64;

/** What identifies a subject (hashed) and what is kept of it (sealed); fields and record never reach the journal. */
export type Sighting = { readonly fields: readonly string[]; readonly record: Readonly<Record<string, string>> };
export type Token = { readonly token: string; readonly isNew: boolean };
type Subject = { token: string; wrapped_key: Buffer };

/** One kind of subject ("person", "vehicle", "watched") of one side, in the vault of one node. */
export class VaultStore {
  readonly #database: Database;
  readonly #keys: VaultKeys;
  readonly #side: string;
  readonly #kind: string;
  readonly #sightings: Gathering<Sighting, Token>;

  constructor(database: Database, keys: VaultKeys, side: string, kind: string) {
    this.#database = database;
    this.#keys = keys;
    this.#side = side;
    this.#kind = kind;
    this.#sightings = new Gathering((sightings) => this.#tokensFor(sightings), SIGHTINGS_MAX);
  }

  #tokensFor(sightings: readonly Sighting[]): Promise<readonly Token[]> {
    return this.#inVault(async (vault) => {
      const tokens = sightings.map(async (sighting) => {
        return (await this.#known(vault, sighting)) ?? this.#newcomer(vault, sighting);
      });
      // NOTE: nobody is told of a token before an entry with it is durable, and the log that makes the entry durable holds
      // the token's rows before it: one flush serves both.
      const [made] = await together([together(tokens), vault.query("set local synchronous_commit to off")]);
      return made;
    });
  }

  /** Token of what was seen, made when it was never seen before; two gates at once get the same one. */
  tokenFor(sighting: Sighting): Promise<Token> {
    return this.#sightings.ask(sighting);
  }

  /** Token of what identifies a subject, or undefined when it was never recorded; nothing is written. */
  find(fields: readonly string[]): Promise<string | undefined> {
    return this.#inVault(async (vault) => (await this.#subjectAt(vault, this.#indexOf(fields)))?.token);
  }

  /** Makes a further document of the same subject known. False when that document is another subject's. */
  link(token: string, sighting: Sighting): Promise<boolean> {
    return this.#inVault(async (vault) => {
      const { rows } = await vault.query<Subject>("select token, wrapped_key from vault.subject where token = $1", [
        token,
      ]);
      if (rows[0] === undefined) return false;
      if (await this.#insertIdentity(vault, rows[0], this.#dataKey(rows[0]), sighting)) return true;
      return (await this.#subjectAt(vault, this.#indexOf(sighting.fields)))?.token === token;
    });
  }

  /** Newest record of each subject that still has its key; those destroyed are absent. At most REVEAL_MAX tokens. */
  reveal(tokens: readonly string[]): Promise<Map<string, Readonly<Record<string, string>>>> {
    if (tokens.length > REVEAL_MAX)
      throw new RangeError(`Cannot reveal ${tokens.length} subjects: at most ${REVEAL_MAX}`);
    return this.#inVault(async (vault) => {
      const { rows } = await vault.query<Subject & { index: Buffer; sealed: Buffer }>(
        `select distinct on (token) token, wrapped_key, index, sealed
         from vault.subject join vault.identity using (token)
         where token = any($1) order by token, recorded_at desc`,
        [tokens],
      );
      return new Map(rows.map((row) => [row.token, this.#open(row)]));
    });
  }

  /** Destroys a subject: its key, its lookup rows, its records. False when there is nothing left to destroy. */
  destroy(token: string): Promise<boolean> {
    return this.#inVault(async (vault) => {
      const { count } = await vault.query("delete from vault.subject where token = $1", [token]);
      return count === 1;
    });
  }

  #inVault<T>(work: (vault: Queries) => Promise<T>): Promise<T> {
    return inVault(this.#database, this.#side, work);
  }

  async #known(vault: Queries, sighting: Sighting): Promise<Token | undefined> {
    const index = this.#indexOf(sighting.fields);
    const { rows } = await vault.query<Subject & { index: Buffer; sealed: Buffer }>(
      `select token, wrapped_key, index, sealed from vault.identity join vault.subject using (token)
       where identity.side = $1 and index = $2`,
      [this.#side, index],
      "vault-known",
    );
    const row = rows[0];
    if (row === undefined) return undefined;
    const clear = recordText(sighting.record);
    if (recordText(this.#open(row)) !== clear) {
      const sealed = seal(this.#dataKey(row), Buffer.from(clear), placeOf(row.token, index));
      await vault.query(
        "update vault.identity set sealed = $3, recorded_at = clock_timestamp() where side = $1 and index = $2",
        [this.#side, index, sealed],
      );
    }
    return { token: row.token, isNew: false };
  }

  async #newcomer(vault: Queries, sighting: Sighting): Promise<Token> {
    const token = newToken(this.#kind);
    const key = newDataKey();
    const wrapped = seal(this.#keys.wrap, key, token);
    const [, isFirst] = await together([
      vault.query(
        "insert into vault.subject (token, side, wrapped_key, wrap_key_id) values ($1, $2, $3, $4)",
        [token, this.#side, wrapped, this.#keys.wrapId],
        "vault-subject-insert",
      ),
      this.#insertIdentity(vault, { token }, key, sighting),
    ]);
    if (isFirst) return { token, isNew: true };
    // NOTE: another gate was quicker with the same document; its token is the person's.
    await vault.query("delete from vault.subject where token = $1", [token]);
    const winner = await this.#subjectAt(vault, this.#indexOf(sighting.fields));
    if (winner === undefined) throw new Error("Cannot find the subject that another gate has just recorded");
    return { token: winner.token, isNew: false };
  }

  async #insertIdentity(
    vault: Queries,
    { token }: { token: string },
    key: Buffer,
    sighting: Sighting,
  ): Promise<boolean> {
    const index = this.#indexOf(sighting.fields);
    const sealed = seal(key, Buffer.from(recordText(sighting.record)), placeOf(token, index));
    const { count } = await vault.query(
      "insert into vault.identity (side, index, token, sealed) values ($1, $2, $3, $4) on conflict do nothing",
      [this.#side, index, token, sealed],
      "vault-identity-insert",
    );
    return count === 1;
  }

  async #subjectAt(vault: Queries, index: Buffer): Promise<Subject | undefined> {
    const { rows } = await vault.query<Subject>(
      `select token, wrapped_key from vault.identity join vault.subject using (token)
       where identity.side = $1 and index = $2`,
      [this.#side, index],
      "vault-subject",
    );
    return rows[0];
  }

  #open(row: Subject & { index: Buffer; sealed: Buffer }): Readonly<Record<string, string>> {
    return JSON.parse(unseal(this.#dataKey(row), row.sealed, placeOf(row.token, row.index)).toString());
  }

  #dataKey({ token, wrapped_key }: Subject): Buffer {
    return unseal(this.#keys.wrap, wrapped_key, token);
  }

  #indexOf(fields: readonly string[]): Buffer {
    return indexOf(this.#keys.index, this.#kind, fields);
  }
}

function placeOf(token: string, index: Buffer): string {
  return `${token}/${index.toString("hex")}`;
}

function recordText(record: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}
