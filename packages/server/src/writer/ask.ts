import type { Body, Command } from "@twinline/zone";
import type { Queries } from "../database.ts";

/** A command with the key that makes it happen once, and the hash of the request that brought it. */
export type Ask<C extends Command = Command> = {
  readonly command: C;
  /** UUID that the caller made and stored before sending (promises.md P4). */
  readonly key: string;
  /** Keyed hash of the request, 32 bytes: the same key with another request is refused. */
  readonly request: Buffer;
  /** Further writes of the same transaction; such a command is a batch of its own. */
  readonly alongside?: (tx: Queries, recorded: { readonly number: number; readonly body: Body }) => Promise<void>;
};

/** What the journal holds of an answered command. `repeated` says that the key had been answered before. */
export type Recorded = {
  readonly number: number;
  readonly hash: string;
  readonly body: Body;
  readonly signature: string;
  readonly repeated: boolean;
};

/** What became of one member of a batch. */
export type Outcome =
  | { readonly kind: "recorded"; readonly recorded: Recorded }
  | { readonly kind: "failed"; readonly error: unknown };
