import { asScalar } from "../fields.ts";
import type { Findings } from "../findings.ts";
import { findValue, type Mapping, type Scalar } from "../node.ts";
import { parseDay } from "../scalar/day.ts";
import { readScalar } from "../values.ts";

/** A change's name and first day; findings if either is missing. */
export function readTarget(
  change: Mapping,
  key: string,
  findings: Findings,
): { name: Scalar; from: number } | undefined {
  const name = asScalar(findValue(change, key)!, key, findings);
  const day = findValue(change, "from");
  if (day === undefined) findings.error("file/missing", change.at, 'Cannot read a change: its key "from" is missing');
  const from = day && readScalar(asScalar(day, "from", findings), "a first day", parseDay, findings);
  return name === undefined || from === undefined ? undefined : { name, from };
}
