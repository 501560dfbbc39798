/** What is hashed before the deed, so that the hash of a deed is the hash of nothing else. */
const CONTEXT = "twinline second officer v1";

/** What the second officer's token stands in: no part of what she confirms. */
const TOKEN = "second";

/**
 * SHA-256, in hex, of what two officers sign: the act with its subject, and everything that is asked for with it (the
 * request's body or query; of an override also the entry's hash). The page shows its beginning to the second officer, her
 * passkey's challenge and her token are bound to it, and the entry keeps it (promises.md P26).
 */
export async function contentOf(act: string, asked: object): Promise<string> {
  const fields = Object.entries(asked).filter(([name, value]) => name !== TOKEN && value !== undefined);
  const sorted = fields.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const bytes = new TextEncoder().encode(`${CONTEXT}\n${act}\n${JSON.stringify(sorted)}`);
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
