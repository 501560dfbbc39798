import type { Literal } from "../parse/syntax.ts";
import { maxTextLength } from "../read/scalar/constant.ts";
import { parseDay } from "../read/scalar/day.ts";
import { makeLiteral } from "./build.ts";
import type { Context } from "./context.ts";
import type { Term } from "./term.ts";

/** A literal as a term; a number other than 0 and 1 is a figure of the law and belongs into a parameter. */
export function inferLiteral(literal: Literal, { findings }: Context): Term | undefined {
  const { at } = literal;
  switch (literal.kind) {
    case "boolean":
      return { kind: "value", node: makeLiteral({ kind: "boolean" }, literal.value, at) };
    case "text":
      if (literal.value.length <= maxTextLength && literal.value.normalize("NFC") === literal.value) {
        return { kind: "text", value: literal.value, at };
      }
      findings.error("type/mismatch", at, `Cannot use a text of more than ${maxTextLength} characters`);
      return undefined;
    case "number":
      if (literal.text === "0") return { kind: "number", value: 0n, at };
      if (literal.text === "1") return { kind: "number", value: 1n, at };
      findings.error(
        "figure/literal",
        at,
        `Cannot use the figure "${literal.text}" in a rule: make it a parameter, so that it is dated and cited`,
      );
      return undefined;
    case "day": {
      const day = parseDay(literal.text);
      if (day.ok) return { kind: "value", node: makeLiteral({ kind: "day" }, BigInt(day.value), at) };
      findings.error("type/mismatch", at, `Cannot read "${literal.text}" as a day: ${day.why}`);
      return undefined;
    }
  }
}
