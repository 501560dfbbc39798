import type { Fact } from "../ir/fact.ts";
import type { Bounds } from "../ir/integer.ts";
import type { Parameter } from "../ir/parameter.ts";
import type { ValueType } from "../ir/value-type.ts";
import { findReservation } from "../parse/words.ts";
import type { Declaration, Section } from "../read/draft.ts";
import type { Findings } from "../read/findings.ts";

/** What a name stands for. A broken one is declared, but wrongly: using it is no second mistake. */
export type Named =
  | { readonly section: "fact"; readonly fact: Fact }
  | { readonly section: "parameter"; readonly parameter: Parameter }
  | { readonly section: "counter" | "rule"; readonly name: string; readonly type: ValueType; readonly bounds?: Bounds }
  | { readonly section: "broken" };

/** The one namespace of facts, parameters, counters and rules. */
export class Names {
  readonly #named = new Map<string, Named>();
  readonly #sections = new Map<string, Section>();

  /** Takes all declarations; a reserved or doubled name is a finding. */
  constructor(declared: readonly Declaration[], findings: Findings) {
    for (const { section, name, at } of declared) {
      const before = this.#sections.get(name);
      const reservation = findReservation(name);
      const why = before === undefined ? reservation : `there is a ${before} of this name`;
      if (why !== undefined) findings.error("name/shadow", at, `Cannot call a ${section} "${name}": ${why}`);
      if (before !== undefined) continue;
      this.#sections.set(name, section);
      this.#named.set(name, { section: "broken" });
    }
  }

  /** Says what a declared name stands for, once that is known. */
  define(name: string, named: Named): void {
    this.#named.set(name, named);
  }

  find(name: string): Named | undefined {
    return this.#named.get(name);
  }

  /** The section a name is declared in, also while it is broken. */
  sectionOf(name: string): Section | undefined {
    return this.#sections.get(name);
  }

  all(): Iterable<string> {
    return this.#named.keys();
  }
}
