import { createHash } from "node:crypto";
import { PACK_RIGHTS_MAX, Pack, routes } from "@twinline/api";
import { writeCanonical } from "@twinline/journal";
import { type Device, deviceKinds, instantText, isObject, type Json, rulebookOf } from "@twinline/zone";
import { type Static, Type } from "typebox";
import type { Access } from "../access/access.ts";
import { requireAbility, requirePost } from "../access/guard.ts";
import type { App } from "../app.ts";
import { findGiven, findOpen, presentRight } from "../rights/queries.ts";
import { policyOf } from "../rights/routes.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { findRuns } from "./calendar.ts";
import { notePack } from "./fetched.ts";
import { findPasses, findStays } from "./stays.ts";
import { WatchCommitments } from "./watch.ts";

type Packing = { readonly access: Access; readonly spine: OpenSpine };

const Have = Type.Object({
  have: Type.Optional(Type.String({ pattern: "^[0-9a-f]{64}(,[0-9a-f]{64}){0,9}$" })),
});

/** What a device needs to decide by itself: the law, the days, its rights, and at a gate who is inside and watched for. */
export function registerPacks(app: App, { access, spine }: Packing): void {
  const { node } = access;
  const commitments = new WatchCommitments(node);
  const schema = { querystring: Have, response: { 200: Pack } };
  const serializerCompiler = () => JSON.stringify;
  app.get<{ Querystring: Static<typeof Have> }>(routes.pack.path, { schema, serializerCompiler }, async (request) => {
    const caller = await requirePost(access, request);
    const { device } = caller;
    requireAbility(access, caller, "read", { kind: "reservation", side: node.side, gate: device.gate });
    const have = new Set(request.query.have?.split(","));
    const asOf = node.effects.now();
    const content = await contentOf({ access, spine }, device, commitments);
    const rulebooks = booksFor(spine, device).map(({ rulebook }) => {
      const { name, hash } = rulebook;
      return have.has(hash) ? { name, hash } : { name, hash, rulebook };
    });
    const version = versionOf({ ...content, rulebooks: rulebooks.map(({ name, hash }) => ({ name, hash })) });
    notePack(node, device.device);
    return { version, asOf: instantText(asOf.epochMilliseconds), ...content, rulebooks };
  });
}

async function contentOf({ access, spine }: Packing, device: Device, commitments: WatchCommitments) {
  const { database, side } = access.node;
  const { zone } = spine;
  const own = { gate: device.gate, lane: device.lane, kind: deviceKinds.find((one) => one === device.deviceKind)! };
  const log = await logOf(access, device);
  const common = {
    zone: zone.zone,
    side,
    device: { id: device.device, ...own, ...log },
    policy: policyOf(spine, side),
    calendar: {
      side,
      zone: zone.sides.find((one) => one.side === side)?.clock ?? "",
      runs: await findRuns(database, side),
    },
    goods: zone.goods.map(({ code, label, headings, facts }) => ({ code, label, headings: [...headings], facts })),
    rights: await rightsOf(access, device),
    meters: zone.meters as Pack["meters"] & object,
  };
  if (device.deviceKind === "till") return common;
  const { rows, byHand } = zone.documents;
  return {
    ...common,
    documents: { rows: [...rows], byHand: [...byHand] },
    watch: await commitments.current(),
    stays: await findStays(database),
  };
}

/** What the device has, by the node's book: rights with what they still hold and the pass that finds them. */
async function rightsOf({ node }: Access, { device }: Device) {
  const open = await findOpen(node.database, { device }, PACK_RIGHTS_MAX);
  const given = await findGiven(
    node.database,
    open.map(({ number }) => number),
  );
  const passes = await findPasses(
    node.database,
    open.map(({ person }) => person),
  );
  return open.flatMap(({ number, held, person }) => {
    const body = given.get(number);
    return body === undefined ? [] : [presentRight(body, number, held, passes.get(person))];
  });
}

async function logOf({ node }: Access, { device }: Device) {
  const { rows } = await node.database.query<{ last: number; suspended: boolean }>(
    "select last, suspended from device_log where key = $1",
    [device],
    "own-log",
  );
  return { last: rows[0]?.last ?? 0, suspended: rows[0]?.suspended ?? false };
}

/** A till sells by the law of the exit; a gate decides both ways. */
function booksFor({ world, zone }: OpenSpine, { deviceKind, side }: Device) {
  const names = deviceKind === "till" ? [rulebookOf.out] : [rulebookOf.in, rulebookOf.out];
  const { rulebooks } = world();
  return names.flatMap((name) => rulebooks.get(`${zone.zone}/${side}/${name}`) ?? []);
}

/** Changes when anything in the pack does, and only then. */
function versionOf(content: object): string {
  const plain: unknown = JSON.parse(JSON.stringify(content));
  return createHash("sha256")
    .update(writeCanonical(isObject(plain as Json) ? (plain as Record<string, Json>) : {}))
    .digest("hex");
}
