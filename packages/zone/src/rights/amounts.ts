/** A vector of limits: amounts by counter name, in the counter's base unit. What is not named is nothing. */
export type Amounts = { readonly [counter: string]: number };

/** Both together, counter by counter. */
export function plus(one: Amounts, other: Amounts): Amounts {
  const sum: Record<string, number> = { ...one };
  for (const [name, amount] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + amount;
  return sum;
}

/** What is left of one when the other is taken away; below zero where the other is more. */
export function minus(one: Amounts, other: Amounts): Amounts {
  return plus(one, negated(other));
}

export function negated(amounts: Amounts): Amounts {
  return Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, 0 - amount]));
}

export function sumOf(list: readonly Amounts[]): Amounts {
  return list.reduce(plus, {});
}

/** Whether every amount fits into the other's: a right is spent on all limits or on none. */
export function isWithin(one: Amounts, other: Amounts): boolean {
  return Object.entries(one).every(([name, amount]) => amount <= (other[name] ?? 0));
}

/** Without the counters on which nothing is. */
export function trimmed(amounts: Amounts): Amounts {
  return Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0));
}

export function isNothing(amounts: Amounts): boolean {
  return Object.values(amounts).every((amount) => amount === 0);
}

export function areEqual(one: Amounts, other: Amounts): boolean {
  return isNothing(minus(one, other));
}
