import type { FastifyInstance, FastifyRequest } from "fastify";
import { parseStrictJson } from "./strict-json.ts";

/** The largest request is 50 lines of goods, about 12 kB; 256 kB is far above it and far below a burden. */
export const BODY_BYTES_MAX = 256 * 1024;

declare module "fastify" {
  interface FastifyRequest {
    /** The exact bytes that came, for digests and signatures; undefined without a body. */
    rawBody: Buffer | undefined;
  }
}

/** JSON is the only body; its bytes are kept beside the value, because a signature covers bytes. */
export function readBodies(app: FastifyInstance): void {
  app.decorateRequest("rawBody", undefined);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, async (request: FastifyRequest, body: Buffer) => {
    request.rawBody = body;
    return body.length === 0 ? undefined : parseStrictJson(body);
  });
}
