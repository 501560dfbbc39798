import { Problem, type RouteName, routeSummaries, SIGNATURE_LIFE_SECONDS, SIGNATURE_TAG } from "@twinline/api";

/** A served route as the app was given it: JSON Schemas by part, as TypeBox makes them. */
export type ServedRoute = {
  method: string;
  path: string;
  name: RouteName;
  schema: { body?: unknown; querystring?: unknown; params?: unknown; response?: unknown };
};

type JsonObject = Record<string, unknown>;
type ObjectSchema = { properties?: Record<string, JsonObject>; required?: readonly string[] };

/** The OpenAPI 3.1 description of exactly what is served; its schemas are the ones that requests are checked with. */
export function openApiDocument(routes: readonly ServedRoute[], version: string): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: "3.1.1",
    info: { title: "Twinline", version, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    servers: [{ url: "/" }],
    // NOTE: which of them a route asks for is told by its 401; some can be asked by anybody.
    security: [{}, { session: [] }, { device: [] }],
    paths,
    components: { schemas: { Problem }, securitySchemes },
  };
}

/** How callers say who they are: officers by the cookie of a session, gates and tills by signing each request. */
const securitySchemes = {
  session: {
    type: "apiKey",
    in: "cookie",
    name: "__Host-twinline-SIDE",
    description: "Set by POST /api/session/link or /api/session/passkey; on loopback without the prefix",
  },
  device: {
    type: "apiKey",
    in: "header",
    name: "Signature",
    description: `RFC 9421, one Ed25519 signature "sig" with tag "${SIGNATURE_TAG}" over @method, @authority, @path, @query, content-digest (RFC 9530) and idempotency-key, living at most ${SIGNATURE_LIFE_SECONDS} s, each nonce once; with Signature-Input and Content-Digest`,
  },
};

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  schema: { type: "string", format: "uuid" },
  description: "Made and kept by the caller: the same request with the same key is done once and answered the same",
};

function operation({ method, path, name, schema }: ServedRoute): JsonObject {
  const command = method === "GET" ? [] : [IDEMPOTENCY_KEY];
  const parameters = [...pathParameters(path, schema.params), ...queryParameters(schema.querystring), ...command];
  return {
    operationId: name,
    summary: routeSummaries[name],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(schema.body === undefined ? {} : { requestBody: { required: true, content: json(schema.body) } }),
    responses: {
      "200": { description: "Done; a refusal is an answer too", content: json(okSchema(schema.response)) },
      default: {
        description: "RFC 9457 problem",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function json(schema: unknown): JsonObject {
  return { "application/json": { schema } };
}

function okSchema(response: unknown): unknown {
  const byStatus = (response ?? {}) as Record<string, unknown>;
  return byStatus["200"] ?? byStatus["2xx"] ?? {};
}

function pathParameters(path: string, schema: unknown): JsonObject[] {
  const { properties = {} } = (schema ?? {}) as ObjectSchema;
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: properties[name!] ?? { type: "string" },
  }));
}

function queryParameters(schema: unknown): JsonObject[] {
  const { properties = {}, required = [] } = (schema ?? {}) as ObjectSchema;
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema: property,
  }));
}
