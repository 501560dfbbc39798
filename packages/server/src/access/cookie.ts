import { type Door, isSecure } from "./door.ts";

/**
 * Name of the session cookie. It names the side because cookies do not know ports: two sides on one machine share a host.
 * `__Host-` makes browsers insist on TLS, Path=/ and no Domain (RFC 6265bis §4.1.3.2).
 */
export function cookieName(door: Door, side: string): string {
  return `${isSecure(door) ? "__Host-" : ""}twinline-${side}`;
}

/** Set-Cookie for a session; without a secret the cookie is taken away. */
export function setCookie(door: Door, side: string, secret: string | undefined): string {
  const parts = [`${cookieName(door, side)}=${secret ?? ""}`, "Path=/", "HttpOnly", "SameSite=Strict"];
  if (isSecure(door)) parts.push("Secure");
  if (secret === undefined) parts.push("Max-Age=0");
  return parts.join("; ");
}

/** The session secret in a Cookie header. A name that stands twice was planted: none of them is believed. */
export function readCookie(door: Door, side: string, header: string | undefined): string | undefined {
  const name = `${cookieName(door, side)}=`;
  const values = (header ?? "").split(/; */).filter((pair) => pair.startsWith(name));
  const [pair] = values;
  if (pair === undefined || values.length !== 1) return undefined;
  const secret = pair.slice(name.length);
  return /^[A-Za-z0-9_-]{43}$/.test(secret) ? secret : undefined;
}
