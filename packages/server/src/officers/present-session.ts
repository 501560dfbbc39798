import type { Session } from "@twinline/api";
import type { Device, Officer, SignInMeans } from "@twinline/zone";
import type { Access } from "../access/access.ts";
import { menuOf } from "../access/guard.ts";

/** The session as screens see it: who, where, and what may be offered. */
export function presentSession(
  access: Access,
  caller: { readonly officer: Officer; readonly means: SignInMeans; readonly post?: Device },
): Session {
  const { officer, means, post } = caller;
  return {
    officer: { id: officer.officer, number: officer.number, role: officer.role, side: officer.side },
    ...(post === undefined ? {} : { device: { id: post.device, gate: post.gate, lane: post.lane } }),
    passkey: means === "passkey",
    may: menuOf(access, caller),
  };
}
