import type { Pack } from "@twinline/api";
import type { TravelDocument, Watch } from "@twinline/zone";
import { dayNumber } from "@twinline/zone";
import { sha256Base64url } from "../../link/base64url.ts";

/** Readers and hands write fillers, spaces and case differently; a commitment knows none of them. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** What the pack's list holds of a document instead of its number (contract: Pack.watch). */
export function commitmentOf(salt: string, { issuer, number }: Pick<TravelDocument, "issuer" | "number">) {
  return sha256Base64url(`${salt}\n${plain(issuer)}\n${plain(number)}`);
}

/** What the list of the pack says of a commitment on a legal day; the stricter of two rows counts. */
export function watchOf(pack: Pick<Pack, "watch">, commitment: string, day: number): Watch {
  const hits = (pack.watch?.rows ?? []).filter(
    (row) => row.commitment === commitment && dayNumber(row.from) <= day && day <= dayNumber(row.until),
  );
  if (hits.some(({ verdict }) => verdict === "refuse")) return "refuse";
  return hits.length > 0 ? "refer" : "none";
}
