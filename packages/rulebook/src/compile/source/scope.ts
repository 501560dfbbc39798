import type { Plan } from "../plan.ts";

/** Where text is being written: the plan, the rule at hand, and how names are spelled there. */
export type Scope = {
  readonly plan: Plan;
  /** The rule being written; a refused day is reported under its name. */
  readonly current: string;
  /** Parameters that stand in a local `p_name` because several places read them. */
  readonly hoisted: ReadonlySet<string>;
  /** Text that reads a fact, `undefined` when it is missing. */
  readonly fact: (name: string) => string;
  /** Text that reads the value of a rule written earlier. */
  readonly rule: (name: string) => string;
  /** Adds a constant outside the function and gives its name. */
  readonly constant: (text: string) => string;
};
