import { createHash } from "node:crypto";
import { PACK_WATCH_MAX, type Pack } from "@twinline/api";
import { dayText, instantText, isWatchedOn, WATCH_ENTRY, watchEntryOf } from "@twinline/zone";
import type { ZoneNode } from "../node.ts";
import { plain } from "../vault/persons.ts";
import { openWatched } from "../vault/watched.ts";

type WatchPart = NonNullable<Pack["watch"]>;
const SALT_BYTES = 16;

/**
 * The watch list as a gate carries it: commitments, so that a device that is lost gives no list away that can be read. The
 * numbers behind it are short, so a salt only makes guessing dear: a lost gate is a reason to change the list's salt.
 */
export class WatchCommitments {
  readonly #node: ZoneNode;
  #made: { readonly newest: number; readonly day: string; readonly part: WatchPart } | undefined;

  constructor(node: ZoneNode) {
    this.#node = node;
  }

  /** The list as it stands; made again when an entry of it changed or a day began. */
  async current(): Promise<WatchPart> {
    const { database, effects } = this.#node;
    const { rows } = await database.query<{ newest: number | null }>(
      `select max(entry) as newest from ${WATCH_ENTRY}`,
      [],
      "watch-newest",
    );
    const newest = rows[0]?.newest ?? 0;
    const day = effects.now().toString().slice(0, 10);
    if (this.#made?.newest !== newest || this.#made.day !== day) {
      this.#made = { newest, day, part: await this.#make(newest) };
    }
    return this.#made.part;
  }

  async #make(newest: number): Promise<WatchPart> {
    const { database, effects } = this.#node;
    const today = Math.floor(effects.now().epochMilliseconds / 86_400_000);
    const { rows } = await database.query<Record<string, unknown>>(
      `select watched, verdict, code, from_day as "fromDay", until_day as "untilDay", added_by as "addedBy", active
       from ${WATCH_ENTRY} where active and until_day >= $1 order by entry desc limit $2`,
      [today - 1, PACK_WATCH_MAX + 1],
    );
    const entries = rows.slice(0, PACK_WATCH_MAX).map(watchEntryOf);
    const documents = await openWatched(this.#node).reveal(entries.map(({ watched }) => watched));
    const salt = Buffer.from(effects.random(SALT_BYTES)).toString("base64url");
    const { rows: at } = await database.query<{ at: Temporal.Instant }>("select at from entry where number = $1", [
      newest,
    ]);
    return {
      salt,
      asOf: instantText((at[0]?.at ?? effects.now()).epochMilliseconds),
      whole: rows.length <= PACK_WATCH_MAX,
      rows: entries.flatMap((entry) => {
        const document = documents.get(entry.watched);
        if (document === undefined || !isWatchedOn(entry, Math.max(today, entry.fromDay))) return [];
        const { verdict, fromDay, untilDay } = entry;
        return [{ commitment: commit(salt, document), verdict, from: dayText(fromDay), until: dayText(untilDay) }];
      }),
    };
  }
}

function commit(salt: string, { issuer = "", number = "" }: Readonly<Record<string, string>>): string {
  return createHash("sha256")
    .update([salt, plain(issuer), plain(number)].join("\n"))
    .digest("base64url");
}
