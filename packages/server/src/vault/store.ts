import { type Database, type Queries, together } from "../database.ts";
import { Gathering } from "../gathering.ts";
import { inVault } from "./home.ts";
import type { VaultKeys } from "./keys.ts";
import { indexOf, seal, unseal } from "./sealing.ts";
import {
  knownAmong,
  newcomer,
  placed,
  placeOf,
  recordNewcomers,
  type Sighting,
  type Subject,
  type VaultRoom,
} from "./sightings.ts";

export const REVEAL_MAX = 500;
/** Sightings recorded in one transaction at most. */
export const SIGHTINGS_MAX = 64;

export type { Sighting } from "./sightings.ts";
/** `watched` is the token of the same document on the watch list, when anybody ever watched for it. */
export type Token = { readonly token: string; readonly isNew: boolean; readonly watched?: string };

/** One kind of subject ("person", "vehicle", "watched") of one side, in the vault of one node. */
export class VaultStore {
  readonly #database: Database;
  readonly #room: VaultRoom;
  readonly #sightings: Gathering<Sighting, Token>;

  constructor(database: Database, keys: VaultKeys, side: string, kind: string) {
    this.#database = database;
    this.#room = { keys, side, kind };
    this.#sightings = new Gathering((sightings) => this.#tokensFor(sightings), SIGHTINGS_MAX);
  }

  async #tokensFor(sightings: readonly Sighting[]): Promise<readonly Token[]> {
    const seen = sightings.map((sighting) => placed(this.#room, sighting));
    const { tokens, latecomers, newcomers } = await this.#inVault(async (vault, commit) => {
      // NOTE: nobody is told of a token before an entry with it is durable, and the log that makes the entry durable holds
      // the token's rows before it: one flush serves both.
      const [known] = await together([
        knownAmong(vault, this.#room, seen),
        vault.query("set local synchronous_commit to off"),
      ]);
      const fresh = new Map(seen.filter(({ at }) => !known.has(at)).map((one) => [one.at, one]));
      const made = [...fresh.values()].map((one) => newcomer(this.#room, one));
      const [recorded] = await together([recordNewcomers(vault, this.#room, made), commit()]);
      for (const { at, token } of made) if (recorded.has(at)) known.set(at, token);
      return { tokens: known, latecomers: made.filter(({ at }) => !recorded.has(at)), newcomers: recorded };
    });
    for (const { at, index, token } of latecomers) tokens.set(at, await this.#yield(token, index));
    return seen.map(({ at, watched }) => {
      const listed = watched === undefined ? undefined : tokens.get(watched.toString("hex"));
      return {
        token: tokens.get(at)!,
        isNew: newcomers.delete(at),
        ...(listed === undefined ? {} : { watched: listed }),
      };
    });
  }

  /** Another gate was quicker with the same document: its token is the person's, and the one made here is nobody's. */
  #yield(token: string, index: Buffer): Promise<string> {
    return this.#inVault(async (vault) => {
      await vault.query("delete from vault.subject where token = $1", [token]);
      const winner = await this.#subjectAt(vault, index);
      if (winner === undefined) throw new Error("Cannot find the subject that another gate has just recorded");
      return winner.token;
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

  #inVault<T>(work: (vault: Queries, commit: () => Promise<void>) => Promise<T>): Promise<T> {
    return inVault(this.#database, this.#room.side, work);
  }

  async #insertIdentity(
    vault: Queries,
    { token }: { token: string },
    key: Buffer,
    sighting: Sighting,
  ): Promise<boolean> {
    const { index, clear } = placed(this.#room, sighting);
    const { count } = await vault.query(
      "insert into vault.identity (side, index, token, sealed) values ($1, $2, $3, $4) on conflict do nothing",
      [this.#room.side, index, token, seal(key, clear, placeOf(token, index))],
    );
    return count === 1;
  }

  async #subjectAt(vault: Queries, index: Buffer): Promise<Subject | undefined> {
    const { rows } = await vault.query<Subject>(
      `select token, wrapped_key from vault.identity join vault.subject using (token)
       where identity.side = $1 and index = $2`,
      [this.#room.side, index],
      "vault-subject",
    );
    return rows[0];
  }

  #open(row: Subject & { index: Buffer; sealed: Buffer }): Readonly<Record<string, string>> {
    return JSON.parse(unseal(this.#dataKey(row), row.sealed, placeOf(row.token, row.index)).toString());
  }

  #dataKey({ token, wrapped_key }: Subject): Buffer {
    return unseal(this.#room.keys.wrap, wrapped_key, token);
  }

  #indexOf(fields: readonly string[]): Buffer {
    return indexOf(this.#room.keys.index, this.#room.kind, fields);
  }
}
