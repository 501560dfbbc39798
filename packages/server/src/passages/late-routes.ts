import { CaptureReport, type GateEvent, LATE_DAYS_MAX, LatePassages, PaperPassage, routes } from "@twinline/api";
import { writeCanonical } from "@twinline/journal";
import { type Device, instantMs } from "@twinline/zone";
import type { Access } from "../access/access.ts";
import { authorOf } from "../access/caller.ts";
import { requireAbility, requireDevice, requirePost } from "../access/guard.ts";
import type { App } from "../app.ts";
import { eventKey } from "../captures/event-key.ts";
import type { DeviceBudget } from "../captures/event-limits.ts";
import { answerOf, reportOf } from "../captures/report.ts";
import { captureOf, readEvents } from "../captures/signed-event.ts";
import { RequestError } from "../errors.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { wrongLane } from "./errors.ts";
import { readGateEvent, readPaper } from "./late-commands.ts";
import type { People } from "./people.ts";

type Late = {
  readonly access: Access;
  readonly spine: OpenSpine;
  readonly people: People;
  readonly budget: DeviceBudget;
};

/** Passages that took place while a gate was cut off, and those that were written on numbered seals. */
export function registerLate(app: App, late: Late): void {
  registerDelivery(app, late);
  registerPaper(app, late);
}

function registerDelivery(app: App, { access, spine, people, budget }: Late): void {
  const { node } = access;
  const schema = { body: LatePassages, response: { 200: CaptureReport } };
  app.post<{ Body: LatePassages }>(routes.latePassages.path, { schema }, async (request) => {
    const caller = await requirePost(access, request);
    const { gate } = caller.device;
    requireAbility(access, caller, "deliver", { kind: "passage", side: node.side, gate });
    budget(caller.device.device, request.body.events.length);
    const signed = await readEvents<GateEvent>(node.database, request.body.events);
    const by = authorOf(caller);
    const commands = await Promise.all(
      signed.map(async ({ event, capture, device }, at) => {
        assertGate(device, event.passage.lane);
        if (device.gate !== gate || event.passage.gate !== gate) throw wrongLane();
        assertSignedDay(spine, capture.atMs, `/events/${at}/event/at`);
        return await readGateEvent({ spine, people, by }, event, capture);
      }),
    );
    const answers = commands.map(async (command) => {
      const recorded = await access.ask({ command, ...eventKey(`event ${command.capture.digest}`) });
      return answerOf(node, command.capture, recorded);
    });
    return await reportOf(node, await Promise.all(answers));
  });
}

function registerPaper(app: App, { access, spine, people }: Late): void {
  const { node } = access;
  const schema = { body: PaperPassage, response: { 200: CaptureReport } };
  app.post<{ Body: PaperPassage }>(routes.paperPassage.path, { schema }, async (request) => {
    const caller = await requireDevice(access, request);
    const { seal, at, passage } = request.body;
    assertGate(caller.device);
    requireAbility(access, caller, "deliver", { kind: "passage", side: node.side, gate: passage.gate });
    assertSignedDay(spine, instantMs(at), "/at");
    // Two spellings of one seal's passage are two passages under one number: somebody must look at them.
    const text = writeCanonical(request.body);
    const event = { device: `seal:${seal.series}`, boot: "paper", sequence: seal.number, at };
    const capture = captureOf(event, text);
    const command = await readPaper({ spine, people, by: authorOf(caller) }, request.body, capture);
    const recorded = await access.ask({ command, ...eventKey(`event ${capture.digest}`) });
    return await reportOf(node, [answerOf(node, capture, recorded)]);
  });
}

/** Nobody passes at a till, whoever is signed in there. Throws RequestError 409. */
function assertGate({ deviceKind, lane }: Device, passed: string = lane): void {
  if (deviceKind !== "gate" || lane !== passed) throw wrongLane();
}

/** The instant lies in the legal days that are signed; older than the limit is recorded as too late. Throws RequestError 400. */
function assertSignedDay({ world }: OpenSpine, atMs: number, field: string): void {
  try {
    world().legalDay(atMs);
  } catch {
    throw new RequestError(
      "request/invalid",
      400,
      `Cannot take the passage: "${field}" lies in no signed day of the last ${LATE_DAYS_MAX}`,
      { field },
    );
  }
}
