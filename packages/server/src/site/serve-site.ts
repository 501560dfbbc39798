import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { RequestError } from "../errors.ts";
import type { SiteFile, SiteFiles } from "./files.ts";
import { notBuiltPage } from "./not-built.ts";
import { resolveSite } from "./resolve.ts";

const COMPRESSED_FROM_BYTES = 1_024;
const compress = promisify(gzip);

/** Serves the built screens from memory, with validators, and compressed once. */
export function serveSite(app: FastifyInstance, files: () => SiteFiles): void {
  const compressed = new WeakMap<SiteFile, Buffer>();
  app.route({
    method: ["GET", "HEAD"],
    url: "/*",
    handler: async (request, reply) => {
      const { "*": path } = request.params as { "*": string };
      const found = resolveSite(files(), path, request.headers["accept-language"] ?? "");
      if (found.kind === "none") throw new RequestError("request/not-found", 404, "There is nothing at this address");
      if (found.kind === "redirect") return reply.header("vary", "accept-language").redirect(found.to, 302);
      if (found.kind === "not-built") return reply.code(503).type("text/html; charset=utf-8").send(notBuiltPage());
      return sendFile(request, reply, found.file, compressed);
    },
  });
}

async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: SiteFile,
  compressed: WeakMap<SiteFile, Buffer>,
): Promise<FastifyReply> {
  reply.headers({
    "cache-control": file.immutable ? "public, max-age=31536000, immutable" : "no-cache",
    etag: file.etag,
    vary: "accept-encoding",
  });
  if (request.headers["if-none-match"] === file.etag) return reply.code(304).send();
  reply.type(file.type);
  if (!isCompressible(file) || !String(request.headers["accept-encoding"] ?? "").includes("gzip"))
    return reply.send(file.bytes);
  const bytes = compressed.get(file) ?? (await compress(file.bytes, { level: 9 }));
  compressed.set(file, bytes);
  return reply.header("content-encoding", "gzip").send(bytes);
}

function isCompressible({ bytes, type }: SiteFile): boolean {
  return bytes.length >= COMPRESSED_FROM_BYTES && /text|json|svg|wasm/.test(type);
}
