import { randomUUID } from "node:crypto";
import { compileSource } from "@twinline/rulebook";
import {
  type Author,
  counterPrefix,
  type Installed,
  installRulebook,
  type PublishCommand,
  publishFaults,
} from "@twinline/zone";
import type { Queries } from "../database.ts";
import { RequestError } from "../errors.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import type { Recorded } from "../writer/ask.ts";
import { dropCounters, fillCounters } from "./fill-counters.ts";
import { checkRulebook, keepRuleFiles, type RuleFiles } from "./rule-files.ts";

/**
 * Brings a rulebook into force: checks it, keeps its files by hash, records the entry, and fills the counters that it
 * declares anew from the journal, all in one transaction. Throws RulebookFaultError, or RequestError "rulebook/not-here"
 * when its text is right but nothing here can provide what it needs.
 */
export async function publishRulebook(
  spine: OpenSpine,
  name: string,
  files: RuleFiles,
  by: Author,
  key: string = randomUUID(),
): Promise<Recorded> {
  const rulebook = checkRulebook(files, name);
  const [fault] = publishFaults(rulebook);
  if (fault !== undefined) throw new RequestError("rulebook/not-here", 409, fault);
  const installed = installRulebook(rulebook, compileSource, (hash) => spine.shelf.find(hash));
  const command: PublishCommand = { kind: "publish", by, rulebook };
  return spine.writer.ask({
    command,
    key,
    request: Buffer.from(rulebook.hash, "hex"),
    alongside: async (tx, { body }) => {
      if (body.outcome !== "done") return;
      await keepRuleFiles(tx, rulebook.hash, name, files);
      // Read here and not before: another publication may have come into force while this one waited.
      await moveCounters(tx, spine.world().rulebooks.get(name), installed);
      spine.renew();
    },
  });
}

/** Counters keep their rows as long as their definition stands; a new definition is filled from the journal. */
async function moveCounters(tx: Queries, before: Installed | undefined, after: Installed): Promise<void> {
  const prefixes = ({ rulebook }: Installed) => rulebook.counters.map((counter) => counterPrefix(rulebook, counter));
  const old = new Set(before === undefined ? [] : prefixes(before));
  const fresh = after.rulebook.counters.filter((counter) => !old.has(counterPrefix(after.rulebook, counter)));
  const kept = new Set(prefixes(after));
  await dropCounters(
    tx,
    [...old].filter((prefix) => !kept.has(prefix)),
  );
  if (fresh.length > 0) await fillCounters(tx, after, fresh);
}

/** A UUID (RFC 9562, version 8) from the first 16 bytes of a hash. */
export function uuidOf(hash: Buffer): string {
  const bytes = Buffer.from(hash.subarray(0, 16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
