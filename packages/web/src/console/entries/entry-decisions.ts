/** One decision of an entry's body, as far as a screen shows it. */
export type BodyDecision = {
  readonly rulebook: string;
  readonly hash: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly counters: Readonly<Record<string, number>>;
  readonly outputs: Readonly<Record<string, string | number | boolean>>;
};

/** The decisions that a body carries; none in what is no decision. */
export function decisionsIn(body: string): readonly BodyDecision[] {
  const parsed = JSON.parse(body) as { readonly decisions?: unknown; readonly decision?: unknown };
  const all = Array.isArray(parsed.decisions) ? parsed.decisions : [parsed.decision];
  return all.filter((one): one is BodyDecision => typeof one === "object" && one !== null && "facts" in one);
}
