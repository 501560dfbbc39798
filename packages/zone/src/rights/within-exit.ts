import type { Installed } from "../spine/installed.ts";
import { type Amounts, trimmed } from "./amounts.ts";

type Declared = Pick<Installed, "rulebook">;

/** Sums within one exit (its lines, an excess): they count with the exit that is to come and are no allowance by themselves. */
export function withinExit(installed: Declared, amounts: Amounts): Amounts {
  const names = namesWithinExit(installed);
  return Object.fromEntries(Object.entries(amounts).filter(([name]) => names.has(name)));
}

/** The others: limits that outlast the exit. */
export function withoutExit(installed: Declared, amounts: Amounts): Amounts {
  const names = namesWithinExit(installed);
  return trimmed(Object.fromEntries(Object.entries(amounts).filter(([name]) => !names.has(name))));
}

function namesWithinExit({ rulebook }: Declared): ReadonlySet<string> {
  return new Set(rulebook.counters.filter(({ per }) => per.includes("passage")).map(({ name }) => name));
}
