import { closeDayAt } from "./closing.ts";
import { takeAtNode } from "./desk.ts";
import { exit } from "./exit.ts";
import { Dice, type Model } from "./model.ts";
import { firstBroken } from "./promises.ts";
import { settleWorld } from "./settle.ts";
import {
  askAgain,
  askRight,
  heldRight,
  lastHere,
  refundHere,
  releaseHere,
  reportFrom,
  sellHere,
  takeAtTill,
} from "./shop.ts";
import { beginWorld, DAY_MS, FIRST_DAY, PERSONS, type RightsWorld, restart, type SimTill } from "./world.ts";

type Tell = (line: string) => void;
type Act = {
  readonly weight: number;
  readonly name: string;
  readonly act: (world: RightsWorld, dice: Dice, tell: Tell) => void;
};

const TILLS_MAX = 5;

const acts: readonly Act[] = [
  {
    weight: 5,
    name: "reserve",
    act: (world, dice, tell) => {
      const [till, person] = [tillOf(world, dice), PERSONS[dice.below(2)]!];
      const [value, mass] = [1 + dice.below(120), dice.below(50)];
      tell(`${named(world, till)} asks for value ${value}, mass ${mass} of ${person}`);
      askRight(world, till, person, value, mass);
    },
  },
  { weight: 12, name: "deliver", act: (world, dice, tell) => deliver(world, dice, tell, false) },
  { weight: 2, name: "double", act: (world, dice, tell) => deliver(world, dice, tell, true) },
  {
    weight: 2,
    name: "lose",
    act: ({ net }, dice, tell) => {
      if (net.length > 0) tell(`a message is lost: ${net.splice(dice.below(net.length), 1)[0]!.kind}`);
    },
  },
  { weight: 6, name: "sell", act: sellSomething },
  {
    weight: 3,
    name: "release",
    act: (world, dice, tell) => {
      const till = among(world, dice, holds);
      const right = heldRight(world.tills[till]!, dice.below(3));
      if (right === undefined) return;
      tell(`${named(world, till)} gives back of right ${right.reservation}`);
      releaseHere(world, till, right, dice.below(2) === 0);
    },
  },
  { weight: 2, name: "refund", act: refundSomething },
  {
    weight: 5,
    name: "report",
    act: (world, dice, tell) => {
      const till = among(world, dice, hasToTell);
      tell(`${named(world, till)} reports and asks again`);
      reportFrom(world, till, [1, 100][dice.below(2)]!, dice.below(2) === 0);
      if (dice.below(2) === 0) askAgain(world, till);
    },
  },
  {
    weight: 2,
    name: "crash",
    act: (world, dice, tell) => {
      const till = tillOf(world, dice);
      tell(`${named(world, till)} is killed and comes back`);
      restart(world.tills[till]!, `${till}`);
    },
  },
  { weight: 1, name: "copy", act: copyDisk },
  { weight: 1, name: "old disk", act: oldDisk },
  { weight: 3, name: "exit", act: exit },
  {
    weight: 1,
    name: "clock",
    act: (world, dice, tell) => {
      const till = dice.below(world.tills.length + 1);
      const step = (dice.below(3) - 1) * DAY_MS;
      tell(
        till === world.tills.length
          ? `the node's clock steps by ${step} ms`
          : `${named(world, till)}'s clock steps by ${step} ms`,
      );
      if (till === world.tills.length) world.nodeStepMs = step;
      else world.tills[till]!.offsetMs = step;
    },
  },
  { weight: 1, name: "day", act: (world, dice, tell) => closeOrNext(world, dice, tell) },
  {
    weight: 1,
    name: "node crash",
    act: (world, _dice, tell) => {
      tell("the node is killed and folds its journal");
      world.node.rows = world.node.refolded();
      world.checked = -1;
    },
  },
];

const table: readonly Act[] = acts.flatMap((one) => Array.from({ length: one.weight }, () => one));

/** Tills, a gate and a node over lines that lose, double and reorder; the functions are the product's own. */
export const rightsModel: Model<RightsWorld> = {
  begin: beginWorld,
  act: (world, action, tell = () => {}) => {
    const dice = new Dice(action);
    table[dice.below(table.length)]!.act(world, dice, tell);
  },
  broken: firstBroken,
  settle: settleWorld,
};

function tillOf(world: RightsWorld, dice: Dice): number {
  return dice.below(world.tills.length);
}

/** One of the tills that it makes sense for; any when it does for none. */
function among(world: RightsWorld, dice: Dice, makesSense: (till: SimTill) => boolean): number {
  const fitting = [...world.tills.keys()].filter((at) => makesSense(world.tills[at]!));
  return fitting.length === 0 ? tillOf(world, dice) : fitting[dice.below(fitting.length)]!;
}

function holds({ memory }: SimTill): boolean {
  for (const { held } of memory.rights.values()) if (Object.values(held).some((amount) => amount > 0)) return true;
  return false;
}

function hasToTell({ memory }: SimTill): boolean {
  return memory.unreported.size + memory.open.size > 0;
}

function named({ tills }: RightsWorld, till: number): string {
  return till < 3 ? `till ${till}` : `the copy ${till} of ${tills[till]!.device}`;
}

function deliver(world: RightsWorld, dice: Dice, tell: Tell, keep: boolean): void {
  const { net } = world;
  if (net.length === 0) return;
  const at = dice.below(net.length);
  const message = net[at]!;
  if (!keep) net.splice(at, 1);
  tell(
    `${keep ? "a copy of " : ""}${message.kind} reaches ${message.to === "node" ? "the node" : named(world, message.till)}`,
  );
  if (message.to === "till") takeAtTill(world, message);
  else net.push(...takeAtNode(world, message));
}

function deliverNewest(world: RightsWorld): void {
  const message = world.net.pop();
  if (message?.to === "node") world.net.push(...takeAtNode(world, message));
}

function sellSomething(world: RightsWorld, dice: Dice, tell: Tell): void {
  const till = among(world, dice, holds);
  const right = heldRight(world.tills[till]!, dice.below(3));
  if (right === undefined) return;
  const lines = Array.from({ length: 1 + dice.below(2) }, () => [1 + dice.below(70), dice.below(20)] as const);
  const sale = sellHere(world, till, right, lines);
  tell(
    `${named(world, till)} sells ${lines.map(([value, mass]) => `value ${value}, mass ${mass}`).join(" and ")} of right ${right.reservation}: ${sale ?? "not sold"}`,
  );
}

function refundSomething(world: RightsWorld, dice: Dice, tell: Tell): void {
  const sold = [...world.ledger.sold.values()];
  const one = sold[dice.below(Math.max(1, sold.length))];
  if (one === undefined) return;
  const quantity = 1 + dice.below(2);
  tell(`${named(world, one.till)} takes back ${quantity} of ${one.sale}`);
  refundHere(world, one.till, one.sale, quantity);
}

/** Someone copies a till's disk to a second device: same key, same rights, same numbers. */
function copyDisk(world: RightsWorld, dice: Dice, tell: Tell): void {
  if (world.tills.length >= TILLS_MAX) return;
  const from = world.tills[dice.below(3)]!;
  noteCopied(world, from);
  const copy: SimTill = { device: from.device, disk: [...from.disk], memory: from.memory, offsetMs: 0, boots: 0 };
  restart(copy, `copy${world.tills.length}`);
  world.tills.push(copy);
  tell(`the disk of ${from.device} is copied to a second device`);
}

/** A disk is put back as it was some lines ago. */
function oldDisk(world: RightsWorld, dice: Dice, tell: Tell): void {
  const till = world.tills[tillOf(world, dice)]!;
  const lines = dice.below(4);
  noteCopied(world, till);
  till.disk = till.disk.slice(0, Math.max(1, till.disk.length - lines));
  restart(till, `old${world.tills.indexOf(till)}`);
  tell(`${till.device} gets its disk back as it was ${lines} lines ago`);
}

/** From now on its key is at two places, or its past is: what it says is not believed alone. */
function noteCopied({ ledger }: RightsWorld, { device }: SimTill): void {
  ledger.doubtful.add(device);
  ledger.copies.set(device, (ledger.copies.get(device) ?? 0) + 1);
}

/** The day goes on, a till says its last word, or a day is closed and what comes back comes back. */
function closeOrNext(world: RightsWorld, dice: Dice, tell: Tell): void {
  const choice = world.nodeDay === FIRST_DAY ? dice.below(2) : dice.below(3);
  const day = FIRST_DAY + dice.below(world.nodeDay - FIRST_DAY + 1);
  if (choice === 0) {
    const isClosing = dice.below(2) === 0;
    tell(isClosing ? `day ${world.nodeDay} goes by and is closed` : "a day goes by");
    world.nodeDay += 1;
    if (isClosing) closeDayAt(world, world.nodeDay - 1);
  } else if (choice === 1) {
    const till = among(world, dice, hasToTell);
    tell(`${named(world, till)} says that it sells no more of day ${day}`);
    lastHere(world, till, day);
    // NOTE: the last word often comes alone and first, by the line that is up just then.
    reportFrom(world, till, 1);
    if (dice.below(2) === 0) deliverNewest(world);
  } else {
    tell(`day ${day} is closed`);
    closeDayAt(world, day);
  }
}
