import { CaptureReport, routes, type TillEvent, TillEvents } from "@twinline/api";
import type { Author, Command } from "@twinline/zone";
import type { Access } from "../access/access.ts";
import { authorOf } from "../access/caller.ts";
import { requireAbility, requirePost } from "../access/guard.ts";
import type { App } from "../app.ts";
import { eventKey } from "../captures/event-key.ts";
import type { DeviceBudget } from "../captures/event-limits.ts";
import { answerOf, reportOf, waitingFor } from "../captures/report.ts";
import { readEvents, type SignedEvent } from "../captures/signed-event.ts";
import { findGiven } from "../rights/queries.ts";
import { findArrived, findSales } from "../sales/queries.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { commandOf, refundOf, type TillBackground } from "./commands.ts";

type Tills = { readonly access: Access; readonly spine: OpenSpine };
type Budgeted = Tills & { readonly budget: DeviceBudget };
type Refund = Extract<TillEvent, { kind: "refund" }>;
type Other = Exclude<TillEvent, { kind: "refund" }>;

/**
 * Signed events of tills, from the till itself or from a gate that was shown a slip. Each is asked under a key made from its
 * own bytes, so that whoever brings it and how often, it happens once (promises.md P4, P18).
 */
export function registerTills(app: App, { access, spine, budget }: Budgeted): void {
  const { node } = access;
  const schema = { body: TillEvents, response: { 200: CaptureReport } };
  app.post<{ Body: TillEvents }>(routes.tillEvents.path, { schema }, async (request) => {
    const caller = await requirePost(access, request);
    requireAbility(access, caller, "report", { kind: "reservation", side: node.side, gate: caller.device.gate });
    budget(caller.device.device, request.body.events.length);
    const events = await readEvents(node.database, request.body.events);
    const by = authorOf(caller);
    const answers = await takeEvents({ access, spine }, events, by);
    return await reportOf(
      node,
      events.map((one) => answers.get(one)!),
    );
  });
}

/** Takes events in the order of their numbers, refunds last: what a batch sold it may also take back. */
async function takeEvents({ access, spine }: Tills, events: readonly SignedEvent<TillEvent>[], by: Author) {
  const ordered = events.toSorted((one, other) => one.capture.sequence - other.capture.sequence);
  const others = ordered.filter((one): one is SignedEvent<Other> => one.event.kind !== "refund");
  const refunds = ordered.filter((one): one is SignedEvent<Refund> => one.event.kind === "refund");
  const answers = new Map<SignedEvent<TillEvent>, ReturnType<typeof waitingFor>>();
  const first = await backgroundOf(spine, access, others, []);
  await Promise.all(others.map(async (one) => void answers.set(one, await take(one, commandOf(one, by, first)))));
  // One after another: the second return of a line must find what the first left.
  const then = await backgroundOf(spine, access, [], refunds);
  for (const one of refunds) {
    const command = refundOf(one, by, then);
    answers.set(one, command === undefined ? waitingFor(one.capture, "sale_missing") : await take(one, command));
  }
  return answers;

  async function take({ capture }: SignedEvent<TillEvent>, command: Command) {
    const recorded = await access.ask({ command, ...eventKey(`event ${capture.digest}`) });
    return answerOf(access.node, capture, recorded);
  }
}

async function backgroundOf(
  spine: OpenSpine,
  { node }: Access,
  others: readonly SignedEvent<Other>[],
  refunds: readonly SignedEvent<Refund>[],
): Promise<TillBackground> {
  const ids = refunds.map(({ event }) => event.sale);
  const sales = await findSales(node.database, ids);
  const arrived = await findArrived(node.database, ids);
  const numbers = others.flatMap(({ event }) => (event.kind === "last" ? [] : [event.reservation]));
  const named = [...numbers, ...[...sales.values()].map(({ reservation }) => reservation)];
  const given = await findGiven(node.database, [...new Set(named)]);
  return { zone: spine.zone, world: spine.world(), shelf: spine.shelf, given, sales, arrived };
}
