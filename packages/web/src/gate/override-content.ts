import { contentOf, type PassageAnswer, type Verdict } from "@twinline/api";

/** A passage that two officers decide otherwise than the rules did. */
export type Override = { readonly answer: PassageAnswer; readonly verdict: Verdict; readonly reason: string };

/** What the second officer's signature is for, and everything it is bound to: the passage with its hash, verdict and reason. */
export function overrideDeed({ answer: { receipt }, verdict, reason }: Override) {
  return { act: `passage.override/${receipt.number}`, asked: { verdict, reason, passage: receipt.hash } };
}

/** Its hash, as the entry of the override will hold it. */
export async function overrideContent(deed: Override): Promise<string> {
  const { act, asked } = overrideDeed(deed);
  return await contentOf(act, asked);
}
