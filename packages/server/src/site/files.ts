import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

export type SiteFile = { bytes: Buffer; type: string; etag: string; immutable: boolean };

/** The built screens: files by their path inside dist/, e.g. "gate/index.html". */
export type SiteFiles = ReadonlyMap<string, SiteFile>;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
};

/** Names with a hash of the contents, as Vite makes them, may be kept for ever. */
const HASHED = /-[\w-]{8,}\.\w+$/;

/** Reads a folder once; a request can then only name what was found here, whatever its path says. */
export function readSite(folder: string): SiteFiles {
  const files = new Map<string, SiteFile>();
  if (!fs.existsSync(folder)) return files;
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[path.extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const at = path.join(entry.parentPath, entry.name);
    const bytes = fs.readFileSync(at);
    const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
    files.set(path.relative(folder, at).split(path.sep).join("/"), {
      bytes,
      type,
      etag,
      immutable: HASHED.test(entry.name),
    });
  }
  return files;
}

const hashesOf = new WeakMap<SiteFiles, readonly string[]>();

/** CSP sources of the inline scripts in the pages, e.g. "sha256-…" (CSP Level 3, 2.3.1); found once for each site. */
export function inlineScriptHashes(files: SiteFiles): readonly string[] {
  const hashes = hashesOf.get(files) ?? findInlineScripts(files);
  hashesOf.set(files, hashes);
  return hashes;
}

function findInlineScripts(files: SiteFiles): string[] {
  const hashes = new Set<string>();
  for (const { bytes, type } of files.values()) {
    if (!type.startsWith("text/html")) continue;
    for (const [, text] of bytes.toString("utf8").matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g))
      hashes.add(`sha256-${createHash("sha256").update(text!).digest("base64")}`);
  }
  return [...hashes];
}
