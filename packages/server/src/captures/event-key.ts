import { createHash } from "node:crypto";
import { uuidOf } from "../rulebooks/publish.ts";

/** Key and request hash of what happens once by its own name, whoever asks for it and how often. */
export function eventKey(name: string): { readonly key: string; readonly request: Buffer } {
  const request = createHash("sha256").update(name).digest();
  return { key: uuidOf(request), request };
}
