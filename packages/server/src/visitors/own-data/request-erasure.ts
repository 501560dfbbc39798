import { createHmac, randomUUID } from "node:crypto";
import type { AskErasure } from "@twinline/zone";
import type { ZoneNode } from "../../node.ts";
import { findRequest } from "../../persons/queries.ts";
import type { OpenSpine } from "../../spine/open-spine.ts";
import type { Holder } from "../holder.ts";

/**
 * Records that the holder of a pass asks for her data to be destroyed. While a request is open it is only told again: a
 * pass cannot fill the journal.
 */
export async function requestErasure(
  node: ZoneNode,
  spine: OpenSpine,
  { person, pass: { visit } }: Holder,
  answerDays: number,
): Promise<void> {
  if ((await findRequest(node.database, person))?.state === "open") return;
  const command: AskErasure = { kind: "erasure_ask", person, visit, answerDays };
  const request = createHmac("sha256", node.secrets.get("request")).update(`erasure_ask ${person} ${visit}`).digest();
  await spine.writer.ask({ command, key: randomUUID(), request });
}
