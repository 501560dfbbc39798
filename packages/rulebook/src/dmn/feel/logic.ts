import { outside } from "../problem.ts";
import type { Compiled } from "./scope.ts";
import { types, typeText, unify } from "./type.ts";

/** Kleene's three-valued logic (DMN 1.5, table 50): a null counts only where the other side does not decide. */
export function compileJunction(kind: "and" | "or", left: Compiled, right: Compiled): Compiled {
  for (const { type } of [left, right]) {
    if (type.kind !== "boolean" && type.kind !== "null") outside(`"${kind}" of ${typeText(type)}`);
  }
  const decisive = kind === "or";
  return {
    type: types.boolean,
    run: (frame) => {
      const values = [left.run(frame), right.run(frame)];
      if (values.includes(decisive)) return decisive;
      return values.includes(null) ? null : !decisive;
    },
  };
}

/** A condition that is null takes the else branch (DMN 1.5, table 49). */
export function compileIf(condition: Compiled, then: Compiled, otherwise: Compiled): Compiled {
  if (condition.type.kind !== "boolean" && condition.type.kind !== "null") {
    outside(`"if" on ${typeText(condition.type)}`);
  }
  return {
    type: unify(then.type, otherwise.type, "branches"),
    run: (frame) => (condition.run(frame) === true ? then : otherwise).run(frame),
  };
}
