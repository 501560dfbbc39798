import type { Reason } from "@twinline/api";
import { type Body, decisionsOf } from "@twinline/zone";
import { presentReasons } from "../../passages/reasons.ts";
import type { OpenSpine } from "../../spine/open-spine.ts";

/** What the rules said in an entry of the queue, with their provisions; nothing where no rule was asked. */
export function toldReasons({ world }: Pick<OpenSpine, "world">, body: Body): Reason[] {
  if (body.decisions === undefined) return [];
  const [record] = decisionsOf(body);
  const law = record === undefined ? undefined : world().rulebooks.get(record.rulebook);
  // NOTE: of a decision under a rulebook that was replaced since, the entry tells the rest.
  return record === undefined || law?.rulebook.hash !== record.hash ? [] : presentReasons(law, record);
}
