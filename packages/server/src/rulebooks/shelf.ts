import { compileSource } from "@twinline/rulebook";
import type { Compiled } from "@twinline/zone";
import type { Queries } from "../database.ts";
import { checkRulebook, findRuleFiles } from "./rule-files.ts";

/** Every rulebook that was ever published here, compiled when it is first asked for and then kept (D11, P12). */
export class Shelf {
  readonly #queries: Queries;
  readonly #books = new Map<string, Compiled>();

  constructor(queries: Queries) {
    this.#queries = queries;
  }

  /** The rulebook of a hash if it was fetched before; the writer cannot wait for a file. */
  find(hash: string): Compiled | undefined {
    return this.#books.get(hash);
  }

  /** Fetches a published rulebook. Throws when no such rule set was published here. */
  async fetch(hash: string): Promise<Compiled> {
    const known = this.#books.get(hash);
    if (known !== undefined) return known;
    const found = await findRuleFiles(this.#queries, hash);
    if (found === undefined) throw new Error(`Cannot find the rule set "${hash}": it was not published here`);
    const rulebook = checkRulebook(found.files, found.name);
    const compiled = { rulebook, decide: compileSource(rulebook) };
    this.#books.set(hash, compiled);
    return compiled;
  }

  /** Fetches every published rulebook, so that counters over old decisions can be counted. */
  async fetchAll(): Promise<void> {
    const { rows } = await this.#queries.query<{ rule_set: string }>(
      "select distinct rule_set from rule_file where rule_set not in (select key from proposal)",
    );
    for (const { rule_set: hash } of rows) await this.fetch(hash);
  }
}
