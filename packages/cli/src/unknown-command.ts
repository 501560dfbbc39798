/**
 * What to say of words that are no command: the commands that begin so, or the one that was most likely meant. The
 * search for what is near is loaded here alone, so that right commands do not pay for it.
 */
export async function tellUnknown(words: readonly string[], names: readonly string[]): Promise<string> {
  const [first = ""] = words;
  const parts = names.filter((name) => name.startsWith(`${first} `));
  const asked = `Cannot find the command "${words.slice(0, 2).join(" ")}"`;
  if (parts.length > 0) return `${asked}: there are ${parts.map((name) => `"${name}"`).join(", ")} [command/unknown]`;
  const { findNear } = await import("@twinline/rulebook/load");
  const near = findNear(words.slice(0, 2).join(" "), names) ?? findNear(first, names);
  const hint = near === undefined ? "" : `do you mean "twinline ${near}"? `;
  return `${asked}: ${hint}Run "twinline help" to see all [command/unknown]`;
}
