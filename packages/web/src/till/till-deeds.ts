import type { DeviceSigner, GoodsLine, OfflinePolicy, Right, TillEvent } from "@twinline/api";
import { ask } from "../link/ask.ts";
import type { SaleNote } from "../link/sale-note.ts";
import type { Shown } from "./use-till.ts";
import type { useTillJournal } from "./use-till-journal.ts";
import type { Slip, Stop, TillActions, TillDialog } from "./view.ts";

type Means = {
  readonly own: ReturnType<typeof useTillJournal>;
  readonly signer: DeviceSigner;
  readonly day: string;
  readonly shown: Shown | undefined;
  readonly right: Right | undefined;
  readonly goods: readonly GoodsLine[];
  readonly policy: OfflinePolicy | undefined;
  reach(): Promise<boolean>;
  now(): Temporal.Instant;
  renew(): Promise<void>;
  setBusy(busy: boolean): void;
  setStop(stop: Stop | undefined): void;
  setSlip(slip: Slip): void;
  setGoods(goods: readonly GoodsLine[]): void;
  setDialog(dialog: TillDialog | undefined): void;
};

type Deeds = Pick<TillActions, "sell" | "hold" | "giveBack" | "takeBack" | "closeDay">;

/** What a till does. Each is written in the till's own journal before anybody is told, and sent when there is a line. */
export function tillDeeds(means: Means): Deeds {
  const busy = (deed: () => Promise<void>) => (): void => {
    means.setBusy(true);
    void deed()
      .catch((error: unknown) => means.setStop({ problem: { type: idOf(error), status: 0, title: String(error) } }))
      .finally(() => means.setBusy(false));
  };
  return {
    sell: busy(() => sell(means)),
    hold: (valueMinor) => busy(() => hold(means, valueMinor))(),
    giveBack: busy(() => giveBack(means)),
    takeBack: (sale, lines) =>
      busy(async () => {
        await write(means, { kind: "refund", sale, lines: lines.map((line) => ({ ...line })) });
        means.setDialog(undefined);
        await deliver(means);
      })(),
    closeDay: busy(async () => {
      await write(means, { kind: "last", day: means.day });
      await deliver(means);
    }),
  };
}

/** From the right that is here, else from one that the node gives for this very basket. */
async function sell(means: Means): Promise<void> {
  const { own, shown, right, goods, policy } = means;
  if (!shown || goods.length === 0 || !own.pack) return;
  const { sellHere } = await import("./sell-here.ts");
  const here = right && sellHere(own.pack, right, goods);
  const isLinked = await means.reach();
  if (here?.kind === "sold" && (isLinked || policy !== "refuse")) return record(means, right!, here, shown.hash);
  if (!isLinked) return means.setStop({ code: policy === "refuse" ? "refuse" : right ? "over" : "none" });
  const given = await reserve(means, { pass: shown.code, goods: [...goods] });
  if (!given) return;
  const offer = sellHere(own.pack, given, goods);
  if (offer.kind === "sold") return record(means, given, offer, shown.hash);
  means.setStop({ code: offer.kind === "unknown" ? "old" : "over" });
}

type Offer = Extract<ReturnType<typeof import("./sell-here.ts").sellHere>, { kind: "sold" }>;

async function record(means: Means, right: Right, offer: Offer, pass: string): Promise<void> {
  const { hash, counters, taken, outcomes } = offer;
  const goods = means.goods.map((line) => ({ ...line }));
  const note: SaleNote = { reservation: right.reservation, taken, outcomes, pass };
  const body = { kind: "sale" as const, reservation: right.reservation, hash, counters: { ...counters }, goods };
  const { device, sequence, at } = await write(means, body, note);
  means.setStop(undefined);
  means.setGoods([]);
  means.setSlip({ id: `${device}.${sequence}`, sequence, at, goods, outcomes });
  await deliver(means);
}

async function hold(means: Means, valueMinor: number): Promise<void> {
  const { shown } = means;
  if (!shown) return;
  if (!(await means.reach())) return means.setStop({ code: "none" });
  const given = await reserve(means, { pass: shown.code, envelope: { valueMinor } });
  means.setDialog(undefined);
  if (given) await means.renew();
}

async function reserve(means: Means, body: object): Promise<Right | undefined> {
  const { own, signer, shown, setStop } = means;
  const reply = await ask("reserve", { body, key: crypto.randomUUID(), signer });
  if (reply.kind === "unreached") setStop({ code: "lost" });
  else if (reply.kind === "problem") setStop({ problem: reply.problem });
  else if (reply.value.outcome === "refused" || !reply.value.right) {
    const { reasons, reason } = reply.value;
    setStop(reasons.length > 0 ? { reasons } : { code: reason });
  } else {
    const right = { ...reply.value.right, ...(shown && { pass: shown.hash }) };
    await own.takeRight(right, reply.value.receipt.at);
    return right;
  }
  return undefined;
}

async function giveBack(means: Means): Promise<void> {
  const { right } = means;
  if (!right) return;
  const amounts = Object.fromEntries(Object.entries(right.held).filter(([, amount]) => amount > 0));
  await write(means, { kind: "release", reservation: right.reservation, amounts });
  await deliver(means);
}

type Part<E> = E extends TillEvent ? Omit<E, "device" | "boot" | "sequence" | "at"> : never;

async function write({ own, now }: Means, part: Part<TillEvent>, sale?: SaleNote): Promise<TillEvent> {
  const at = now().toString({ smallestUnit: "second" });
  const item = await own.write((head) => ({ event: { ...head, at, ...part } as TillEvent, ...(sale && { sale }) }));
  return item.event;
}

async function deliver(means: Means): Promise<void> {
  if (!(await means.reach())) return;
  await means.own.catchUp();
  // NOTE: what is left is told when it is known; the hand at the till does not wait for it.
  void means.renew();
}

function idOf(error: unknown): string {
  return error instanceof Error && "id" in error && typeof error.id === "string" ? error.id : "till/failed";
}
