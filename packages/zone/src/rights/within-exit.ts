import type { Installed } from "../spine/installed.ts";
import { type Amounts, trimmed } from "./amounts.ts";

type Declared = Pick<Installed, "rulebook">;

/**
 * Sums within one exit (an excess, its lines) are no allowance, and no right holds them: they count when a sale is made.
 * Were they held, what a sale takes would depend on whether a return that the till wrote before it came before it or after.
 */
export function withinExit(installed: Declared, amounts: Amounts): Amounts {
  const names = namesWithinExit(installed);
  return Object.fromEntries(Object.entries(amounts).filter(([name]) => names.has(name)));
}

/** What a right may hold of these amounts. */
export function withoutExit(installed: Declared, amounts: Amounts): Amounts {
  const names = namesWithinExit(installed);
  return trimmed(Object.fromEntries(Object.entries(amounts).filter(([name]) => !names.has(name))));
}

function namesWithinExit({ rulebook }: Declared): ReadonlySet<string> {
  return new Set(rulebook.counters.filter(({ per }) => per.includes("passage")).map(({ name }) => name));
}
