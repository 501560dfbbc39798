import type { Queries } from "../database.ts";
import type { ProvenPasskey } from "./passkeys.ts";

/**
 * Notes a use of a passkey. False when its count went back meanwhile: two answers of one key, or a cloned one (WebAuthn
 * §6.1.1). Keys that do not count (0 for ever) are the rule for synchronised passkeys, and pass.
 */
export async function noteUse(tx: Queries, { passkey, uses }: ProvenPasskey, now: Temporal.Instant): Promise<boolean> {
  const { count } = await tx.query(
    `insert into passkey_use as p (credential, uses, used_at) values ($1, $2, $3)
     on conflict (credential) do update set uses = excluded.uses, used_at = excluded.used_at
     where excluded.uses > p.uses or (excluded.uses = 0 and p.uses = 0)`,
    [passkey.credential, uses, now],
  );
  return count === 1;
}
