import { accessConcepts } from "@twinline/zone";
import { createAccess } from "../access/access.ts";
import { registerAccess } from "../access/routes.ts";
import { accessTables } from "../access/state-tables.ts";
import { registerDecisions } from "../decisions/routes.ts";
import { registerAnswers } from "../entries/answers.ts";
import { registerEntries } from "../entries/routes.ts";
import { LabProcess } from "../lab/lab-process.ts";
import { registerLab } from "../lab/routes.ts";
import { originOf, type Side, type ZoneNode } from "../node.ts";
import { demoOfficers } from "../officers/demonstration.ts";
import { firstSignIn } from "../officers/first-officer.ts";
import { registerPassages } from "../passages/routes.ts";
import { registerErasureRequests } from "../persons/routes.ts";
import { registerProposals } from "../proposals/routes.ts";
import { openDriverDesk } from "../queue/drivers/desk.ts";
import { registerQueue } from "../queue/routes.ts";
import { registerReplays } from "../replays/routes.ts";
import { ReplayRunner } from "../replays/runner.ts";
import { openRights } from "../rights/open-rights.ts";
import { registerReading } from "../rulebooks/reading.ts";
import { registerRulebooks } from "../rulebooks/routes.ts";
import type { VerifyTail } from "../safety/assert-safe.ts";
import { assertKnownKey } from "../safety/known-key.ts";
import { verifyTail } from "../safety/verify-tail.ts";
import { foundSpine } from "../spine/found.ts";
import { type OpenSpine, openSpine } from "../spine/open-spine.ts";
import { registerStatus } from "../status/routes.ts";
import { registerStays } from "../stays/routes.ts";
import { openSupervision } from "../supervision/open-supervision.ts";
import { finishErasures } from "../vault/erasure.ts";
import { assertVaultOpens } from "../vault/home.ts";
import { vaultKeysOf } from "../vault/keys.ts";
import { registerVisitorPages } from "../visitors/pages/page-routes.ts";
import { registerVisitors } from "../visitors/routes.ts";
import type { Ask, Recorded } from "../writer/ask.ts";
import { loadZone } from "../zones/load-zone.ts";
import { registerCodes } from "../zones/routes.ts";
import { openPeople } from "./open-people.ts";
import type { Composed } from "./running-node.ts";

export type ComposeOptions = {
  zone: string;
  side: Side;
  /** Address that browsers see when a proxy stands before the node. */
  origin: string | undefined;
  /** Officers may work without a passkey. */
  demo: boolean;
  /** Where histories for replays are written. */
  histories: string;
};

/** The check of the side's own journal. */
export function tailOf(options: Pick<ComposeOptions, "zone" | "side">): VerifyTail {
  return (database, links) => verifyTail(database, originOf(options), links);
}

/** Hangs the concepts on a node: this is the one place that names them all. */
export async function compose(node: ZoneNode, options: ComposeOptions): Promise<Composed> {
  const { zone: name, origin, demo, histories } = options;
  await assertVaultOpens(node.database, vaultKeysOf(node.secrets), node.side);
  await assertKnownKey(node);
  const zone = loadZone(name);
  const spine = await openSpine(node, zone, { concepts: accessConcepts, tables: accessTables });
  await foundSpine(spine, node);
  // NOTE: a vault that came back from a backup may hold people whom the journal says are forgotten (P25).
  await finishErasures(node);
  const door = origin === undefined ? {} : { origin };
  const people = openPeople(node);
  const gate = zone.gates.find(({ side }) => side === node.side)?.gate ?? node.side;
  const runner = new ReplayRunner({ database: node.database, spine, folder: histories, gate });
  await runner.open();
  const lab = new LabProcess();
  const access = createAccess({ node, ask: (ask) => askAndForget(spine, ask, people), door, demo });
  const drivers = openDriverDesk({ node, spine, door });
  return {
    registers: [
      (app) => registerStatus(app, node, spine),
      (app) => registerAccess(app, access),
      (app) => registerRulebooks(app, { access, spine }),
      (app) => registerLab(app, { access, spine, lab }),
      (app) => registerReplays(app, { access, spine, runner }),
      (app) => registerProposals(app, { access, spine }),
      (app) => registerReading(app, { access, spine }),
      (app) => registerCodes(app, spine),
      (app) => registerVisitors(app, node, spine),
      (app, site) => registerVisitorPages(app, { node, spine, site, drivers }),
      (app) => registerEntries(app, { access, spine }),
      (app) => registerAnswers(app, { access, spine }),
      (app) => registerDecisions(app, { access, spine }),
      (app) => registerPassages(app, { access, spine, people }),
      openRights({ access, spine, people }),
      (app) => registerStays(app, { access, spine, people }),
      openSupervision({ access, spine, people }),
      (app) => registerErasureRequests(app, { access, spine }),
      (app) => registerQueue(app, { access, spine, drivers }),
    ],
    firstSignIn: await firstSignIn(access),
    demoOfficers: () => demoOfficers(access),
    renew: async () => {
      access.devices.forget();
      people.forget();
      await spine.renew();
    },
    close: async () => {
      lab.close();
      await runner.close();
      await spine.close();
    },
  };
}

/** Commands that change what is remembered of people: watched documents, erased persons. */
const CHANGES_PEOPLE = /^(watch|person)_/;

/** Asks the writer; what the command may have changed is forgotten before anybody learns of it, an unknown outcome included. */
async function askAndForget(spine: OpenSpine, ask: Ask, people: { forget(): void }): Promise<Recorded> {
  try {
    return await spine.writer.ask(ask);
  } finally {
    if (CHANGES_PEOPLE.test(ask.command.kind)) people.forget();
  }
}
