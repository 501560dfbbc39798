import fc from "fast-check";
import { Compile } from "typebox/compile";
import { parseStrictJson } from "../../http/strict-json.ts";
import { badHeaders, bentBytes, brokenBytes } from "./bad-bytes.ts";
import { arbitraryOf, fieldOf, type JsonSchema } from "./schema-samples.ts";
import { CANARY, spoiled } from "./spoiled.ts";
import type { Door, Target } from "./target.ts";

/** One bad request. `sure` says that nothing good is in it: it must be answered 4xx. */
export type Attack = {
  readonly door: Door;
  readonly url: string;
  readonly payload: Uint8Array | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly caller: string;
  readonly sure: boolean;
};

/** What an attack found: nothing, or a fault with enough to see it again. */
export type Finding = { readonly status: number; readonly milliseconds: number; readonly fault?: string };

const ANSWER_MS_MAX = 1_000;
const pathWords = [
  "%00",
  "%2e%2e%2f",
  "..",
  "1",
  "-1",
  "9007199254740993",
  CANARY,
  "%E2%80%AE",
  "a".repeat(199),
  "%zz",
];

/** Bad requests for one door: out of its grammar, bent, broken, or grammatical and still nonsense. */
export function attacksOn(door: Door, callers: readonly string[]): fc.Arbitrary<Attack> {
  const caller = fc.constantFrom("nobody", ...callers);
  const headers = fc.option(badHeaders, { nil: {} as Record<string, string>, freq: 4 });
  return fc.tuple(urlOf(door), payloadOf(door), headers, caller).map(([url, payload, given, by]) => {
    const bytes = door.method === "GET" ? undefined : payload;
    return { door, url, payload: bytes, headers: given, caller: by, sure: isSurelyBad(door, bytes, given) };
  });
}

/** Sends one attack and judges the answer (promises.md P28). */
export async function strike(target: Target, attack: Attack): Promise<Finding> {
  const { door, url, payload, headers, caller } = attack;
  const cookie = target.officers.get(caller as never)?.cookie;
  const signed = caller === "nobody" ? {} : await target.sign(door.method, url, payload);
  const since = performance.now();
  const answer = await target.app.inject({
    method: door.method as "POST",
    url,
    headers: {
      host: "localhost",
      origin: "http://localhost",
      ...(payload === undefined ? {} : { "content-type": "application/json" }),
      ...(cookie === undefined ? {} : { cookie }),
      ...signed,
      ...headers,
    },
    ...(payload === undefined ? {} : { payload: Buffer.from(payload) }),
  });
  const milliseconds = performance.now() - since;
  const fault = faultOf(attack, answer.statusCode, answer.body, milliseconds);
  return { status: answer.statusCode, milliseconds, ...(fault === undefined ? {} : { fault }) };
}

function faultOf(attack: Attack, status: number, body: string, milliseconds: number): string | undefined {
  const told = `${attack.door.method} ${attack.url} by ${attack.caller} ${JSON.stringify(attack.headers).slice(0, 200)} ${
    attack.payload === undefined ? "" : Buffer.from(attack.payload).toString().slice(0, 400)
  } → ${status} ${body.slice(0, 300)}`;
  if (status >= 500) return `server error: ${told}`;
  if (attack.sure && status < 400) return `taken: ${told}`;
  if (status >= 400 && milliseconds > ANSWER_MS_MAX) return `slow, ${Math.round(milliseconds)} ms: ${told}`;
  if (status >= 400 && body.includes(CANARY)) return `repeated what was sent: ${told}`;
  return undefined;
}

function payloadOf({ body }: Door): fc.Arbitrary<Uint8Array | undefined> {
  if (body === undefined) return fc.option(brokenBytes, { nil: undefined });
  const good = arbitraryOf(body);
  const text = (value: unknown) => Buffer.from(JSON.stringify(value) ?? "null");
  return fc.oneof(
    { weight: 5, arbitrary: spoiled(good).map(text) },
    { weight: 2, arbitrary: bentBytes(good) },
    { weight: 1, arbitrary: brokenBytes },
    { weight: 3, arbitrary: good.map(text) },
  );
}

function urlOf({ url, params, query }: Door): fc.Arbitrary<string> {
  const names = [...url.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
  const values = names.map((name) => {
    const schema = params?.properties?.[name];
    const good = schema === undefined ? [] : [fieldOf(name, schema).map((value) => encodeURIComponent(String(value)))];
    return fc.oneof(fc.constantFrom(...pathWords), ...good);
  });
  return fc.tuple(fc.tuple(...values), queryOf(query)).map(([words, search]) => {
    return names.reduce((path, name, at) => path.replace(`:${name}`, () => words[at] ?? ""), url) + search;
  });
}

function queryOf(schema: JsonSchema | undefined): fc.Arbitrary<string> {
  const known = schema === undefined ? fc.constant({}) : fc.oneof(spoiled(arbitraryOf(schema)), arbitraryOf(schema));
  return fc.option(known, { nil: undefined, freq: 2 }).map((value) => {
    if (typeof value !== "object" || value === null) return "";
    const pairs = Object.entries(value).map(
      ([name, one]) => `${encodeURIComponent(name)}=${encodeURIComponent(wordOf(one))}`,
    );
    return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
  });
}

/** A query knows text only; what is no text is written as JSON. A lone surrogate has no place in an address. */
function wordOf(value: unknown): string {
  return (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).toWellFormed();
}

const checks = new WeakMap<JsonSchema, { Check(value: unknown): boolean }>();

/** The body cannot be read, or its schema refuses it. */
function isSurelyBad(
  { body, method }: Door,
  payload: Uint8Array | undefined,
  headers: Record<string, string>,
): boolean {
  if (method === "GET" || body === undefined || payload === undefined) return false;
  if ("content-type" in headers && !/^application\/json/.test(headers["content-type"] ?? "")) return true;
  try {
    const compiled = checks.get(body) ?? Compile(body as never);
    checks.set(body, compiled);
    return payload.length === 0 || !compiled.Check(parseStrictJson(payload));
  } catch {
    return true;
  }
}
