import { randomUUID } from "node:crypto";
import { contentOf, type PassageAnswer, type PassageRequest, routes } from "@twinline/api";
import { accessConcepts, type OfficerRole } from "@twinline/zone";
import { type Access, createAccess } from "../access/access.ts";
import { makeLink } from "../access/links.ts";
import { registerAccess } from "../access/routes.ts";
import { accessTables } from "../access/state-tables.ts";
import { addDevice, TestBrowser } from "../access/test-doors.ts";
import { createApp, type Register } from "../app.ts";
import { registerDecisions } from "../decisions/routes.ts";
import { registerAnswers } from "../entries/answers.ts";
import { registerEntries } from "../entries/routes.ts";
import type { Side, ZoneNode } from "../node.ts";
import { join } from "../officers/first-officer.ts";
import { registerErasureRequests } from "../persons/routes.ts";
import { registerQueue } from "../queue/routes.ts";
import { openRights } from "../rights/open-rights.ts";
import { registerRulebooks } from "../rulebooks/routes.ts";
import { memorySecrets } from "../secrets.ts";
import { foundSpine } from "../spine/found.ts";
import { type OpenSpine, openSpine } from "../spine/open-spine.ts";
import { openPeople } from "../start/open-people.ts";
import { registerStays } from "../stays/routes.ts";
import { openSupervision } from "../supervision/open-supervision.ts";
import { type FreshDatabase, freshDatabase } from "../testing/template.ts";
import { claimVault } from "../vault/home.ts";
import { registerVisitors } from "../visitors/routes.ts";
import { loadZone } from "../zones/load-zone.ts";
import { registerCodes } from "../zones/routes.ts";
import type { People } from "./people.ts";
import { registerPassages } from "./routes.ts";

/** A gate of Khorgos over a fresh database, with its real law, a device in lane 1 and officers to sign in. */
export type TestGate = {
  readonly fresh: FreshDatabase;
  readonly node: ZoneNode;
  readonly spine: OpenSpine;
  readonly access: Access;
  /** A gate officer at the device of lane 1. */
  readonly officer: TestBrowser & { officer: string };
  /** Moves the journal's clock on, in seconds; the door's stays. */
  readonly clock: { ahead: number };
  /** A browser in which nobody is signed in: a device by itself. */
  device(): TestBrowser;
  enter(role: OfficerRole): Promise<TestBrowser & { officer: string }>;
  /** Sends a passage through lane 1; the answer's body as JSON, whatever its status. */
  pass(passage: Partial<PassageRequest>, key?: string): Promise<PassageAnswer & { type?: string }>;
  /** Token of a duty officer as second for a deed of `first`, e.g. "passage.override/12", and all that is asked for with it. */
  second(first: TestBrowser, act: string, asked?: object): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** A citizen of Kazakhstan with a passport that is valid for years. */
export const passport = {
  kind: "passport",
  number: "N12345678",
  nationality: "KZ",
  name: "AKHMETOVA AIGERIM",
  born: "1990-05-17",
  expires: "2035-01-01",
};

export async function openGate(side: Side = "cn"): Promise<TestGate> {
  const fresh = await freshDatabase();
  await claimVault(fresh.owner, side);
  const gate = `${side.toUpperCase()}-1`;
  const now = () => Temporal.Now.instant();
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const effects = { now, random };
  const node: ZoneNode = { zone: "khorgos", side, database: fresh.database, secrets: memorySecrets(), effects };
  const clock = { ahead: 0 };
  const ahead = { ...effects, now: () => now().add({ seconds: clock.ahead }) };
  const spine = await openSpine({ ...node, effects: ahead }, loadZone("khorgos"), {
    concepts: accessConcepts,
    tables: accessTables,
  });
  await foundSpine(spine, node);
  const people = openPeople(node);
  const forgetting = (kind: string) => (kind.startsWith("watch_") ? people.forget() : undefined);
  const access = createAccess({
    node,
    ask: (ask) => spine.writer.ask(ask).finally(() => forgetting(ask.command.kind)),
    demo: true,
  });
  const app = await createApp({
    registers: registersOf({ node, access, spine, people }),
    site: () => new Map(),
    log: () => {},
    now,
  });

  async function enter(role: OfficerRole) {
    const officer = await join(access, randomUUID().slice(0, 8).toUpperCase(), role);
    const token = await makeLink(fresh.database, officer, "sign-in", now());
    const browser = Object.assign(new TestBrowser(app), { officer });
    await browser.post(routes.sessionLink.path, { token });
    return browser;
  }

  const duty = await enter("duty_officer");
  const officer = await enter("gate_officer");
  officer.signer = await addDevice(duty, gate, "1");

  return {
    fresh,
    node,
    spine,
    access,
    officer,
    clock,
    device: () => new TestBrowser(app),
    enter,
    pass: async (passage, key = randomUUID()) => {
      const body = { direction: "in", gate, lane: "1", document: passport, ...passage };
      return (await officer.post(routes.passage.path, body, { "idempotency-key": key })).json();
    },
    second: async (first, act, asked = {}) => {
      const code = await makeLink(fresh.database, duty.officer, "second", now());
      const answer = await first.post(routes.secondOfficer.path, { act, content: await contentOf(act, asked), code });
      return answer.json().token;
    },
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await spine.close();
      await fresh.drop();
    },
  };
}

type Rooms = { node: ZoneNode; access: Access; spine: OpenSpine; people: People };

function registersOf({ node, access, spine, people }: Rooms): Register[] {
  return [
    (one) => registerAccess(one, access),
    (one) => registerPassages(one, { access, spine, people }),
    openRights({ access, spine, people }),
    (one) => registerStays(one, { access, spine, people }),
    openSupervision({ access, spine, people }),
    (one) => registerErasureRequests(one, { access, spine }),
    (one) => registerQueue(one, { access, spine }),
    (one) => registerEntries(one, { access, spine }),
    (one) => registerAnswers(one, { access, spine }),
    (one) => registerDecisions(one, { access, spine }),
    (one) => registerRulebooks(one, { access, spine }),
    (one) => registerCodes(one, spine),
    (one) => registerVisitors(one, node, spine),
  ];
}
