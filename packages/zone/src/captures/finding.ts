import type { JsonObject } from "../spine/json.ts";
import { getInteger, getText } from "../spine/read-body.ts";
import type { Change } from "../spine/state.ts";

/** Table of what a human must look at, by `<entry>.<code>`. */
export const FINDING = "finding";

/** Codes of what did not fit in a device's event. */
export function findingsOf({ findings }: JsonObject): readonly string[] {
  return Array.isArray(findings) ? findings.filter((one) => typeof one === "string") : [];
}

/** Rows of the findings of a body that tells a device's event. */
export function noted(body: JsonObject, number: number): readonly Change[] {
  return findingsOf(body).map((finding) => ({
    kind: "put",
    table: FINDING,
    key: `${number}.${finding}`,
    row: { finding, entry: number, device: getText(body, "device"), sequence: getInteger(body, "sequence") },
  }));
}
