import type { FastifyInstance } from "fastify";

/**
 * Scripts come from this origin as files, or inline with a hash that the site computed from the very bytes it serves.
 * Styles come as files. Pictures may be data addresses: the code of a printed pass is one.
 * @param scriptHashes e.g. 'sha256-…' of each inline script in the served pages
 */
export function contentSecurityPolicy(scriptHashes: readonly string[]): string {
  const scripts = ["'self'", ...scriptHashes.map((hash) => `'${hash}'`)].join(" ");
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The camera reads documents and pass codes; passkeys sign officers in; nothing else of the device is used. */
const PERMISSIONS =
  "camera=(self), publickey-credentials-create=(self), publickey-credentials-get=(self), geolocation=(), microphone=()";

/** What every answer carries, whatever it is. */
export const SECURITY_HEADERS = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": PERMISSIONS,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** @param scriptHashes those of the screens as they are built now */
export function addSecurityHeaders(app: FastifyInstance, scriptHashes: () => readonly string[]): void {
  app.addHook("onRequest", (request, reply, next) => {
    reply.headers(SECURITY_HEADERS).header("content-security-policy", contentSecurityPolicy(scriptHashes()));
    // NOTE: answers may hold personal data; no cache, shared or not, keeps them.
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
    next();
  });
}
