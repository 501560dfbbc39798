/** Words of the grammar; nothing declared may bear them. */
export const keywords: ReadonlySet<string> = new Set([
  "and",
  "else",
  "false",
  "if",
  "in",
  "missing",
  "not",
  "or",
  "present",
  "then",
  "true",
]);

/** Names with a meaning inside expressions. */
export const builtins: ReadonlySet<string> = new Set([
  "abs",
  "add_months",
  "add_years",
  "ceiling",
  "days_between",
  "default",
  "floor",
  "legal_day",
  "max",
  "min",
  "present",
  "round_down",
  "round_half_down",
  "round_half_even",
  "round_half_up",
  "round_up",
  "years_between",
]);

/**
 * Words that FEEL or the rulebook format reads in its own way (a fact called `date` shadows `date("…")` in FEEL
 * engines without an error), and the one name that every JavaScript object has already.
 */
const others: ReadonlySet<string> = new Set(
  `all any append between by concatenate constructor contains context count date day decimal distinct_values duration
  even every exp external flatten for from function get_entries get_value instance is legal_month legal_week legal_year
  list log lower_case matches mean median mode modulo month null now number odd of other product remove replace return
  reverse satisfies some sort source split sqrt stddev string sublist substring sum time today union upper_case
  year`.split(/\s+/),
);

/** Why a name may not be declared, or undefined if it may. */
export function findReservation(name: string): string | undefined {
  if (keywords.has(name)) return "it is a word of the language";
  if (builtins.has(name)) return "it is built in";
  return others.has(name) ? "it is a reserved word" : undefined;
}

/** Names are declared identifiers: small letters, digits and underscores, at most 40 characters. */
export const namePattern = /^[a-z][a-z0-9_]{0,39}$/;
