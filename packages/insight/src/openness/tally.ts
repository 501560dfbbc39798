import { type CheckedRulebook, type Decision, isNumeric, type Outputs, presentOutputs } from "@twinline/rulebook";
import { type Divergence, same } from "./divergence.ts";
import type { OutputTwins, PassportTwins, ProvisionCount } from "./twin-result.ts";

/** Written where there is no answer. */
const UNANSWERED = "unanswerable";

type Sums = { different: number; own: number; twin: number; readonly shifts: Map<string, number> };

/** Adds up how own and twin decisions differ. */
export class Tally {
  readonly #rulebook: CheckedRulebook;
  readonly #outputs: ReadonlyMap<string, Sums>;
  readonly #partings = new Map<string, { parting: Divergence; events: number }>();
  #compared = 0;
  #different = 0;
  #unanswered = 0;

  constructor(rulebook: CheckedRulebook) {
    this.#rulebook = rulebook;
    const zero = (): Sums => ({ different: 0, own: 0, twin: 0, shifts: new Map() });
    this.#outputs = new Map(rulebook.outputs.map((name) => [name, zero()]));
  }

  /** @returns the outputs that differ */
  add(own: Decision, twin: Decision, parting: Divergence | undefined): readonly string[] {
    this.#compared += 1;
    if (own.kind !== "decided" || twin.kind !== "decided") this.#unanswered += 1;
    const [mine, other] = [outputsOf(own), outputsOf(twin)];
    const different: string[] = [];
    for (const [name, sums] of this.#outputs) {
      if (this.#isAmount(name)) {
        sums.own += Number(mine?.[name] ?? 0);
        sums.twin += Number(other?.[name] ?? 0);
      }
      if (same(mine?.[name], other?.[name])) continue;
      different.push(name);
      sums.different += 1;
      if (!this.#isAmount(name)) this.#shift(sums, name, mine, other);
    }
    if (different.length > 0) {
      this.#different += 1;
      if (parting !== undefined) this.#part(parting);
    }
    return different;
  }

  result(): Omit<PassportTwins, "passport" | "kind"> {
    const outputs = [...this.#outputs].map(([output, { different, own, twin, shifts }]): OutputTwins => {
      const moved = [...shifts].map(([key, events]) => {
        const [from, to] = JSON.parse(key) as [string, string];
        return { from, to, events };
      });
      const amount = this.#isAmount(output) ? { amount: { own, twin } } : {};
      return { output, different, shifts: moved.sort((a, b) => b.events - a.events), ...amount };
    });
    return { compared: this.#compared, different: this.#different, unanswered: this.#unanswered, outputs };
  }

  /** Partings of several comparisons together, the most frequent first. */
  static merge(all: readonly Tally[]): readonly ProvisionCount[] {
    const merged = new Map<string, ProvisionCount>();
    for (const [key, { parting, events }] of all.flatMap((one) => [...one.#partings])) {
      const { rule, provisions } = parting;
      const known = merged.get(key)?.events ?? 0;
      merged.set(key, { rule, rows: rowsText(parting), events: known + events, provisions });
    }
    return [...merged.values()].sort((a, b) => b.events - a.events);
  }

  #isAmount(output: string): boolean {
    return isNumeric(this.#rulebook.rules.find(({ name }) => name === output)!.type);
  }

  #shift(sums: Sums, name: string, mine: Outputs | undefined, other: Outputs | undefined): void {
    const text = (outputs: Outputs | undefined): string =>
      outputs === undefined ? UNANSWERED : String(presentOutputs(this.#rulebook, { [name]: outputs[name]! })[name]);
    const key = JSON.stringify([text(mine), text(other)]);
    sums.shifts.set(key, (sums.shifts.get(key) ?? 0) + 1);
  }

  #part(parting: Divergence): void {
    const key = `${parting.rule} ${rowsText(parting)}`;
    const known = this.#partings.get(key);
    this.#partings.set(key, { parting, events: (known?.events ?? 0) + 1 });
  }
}

function outputsOf(decision: Decision): Outputs | undefined {
  return decision.kind === "decided" ? decision.outputs : undefined;
}

function rowsText({ rows }: Divergence): string {
  return rows.map((row) => [row].flat().join(",")).join(" / ");
}
