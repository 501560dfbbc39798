import { setTimeout as sleep } from "node:timers/promises";
import type { PassageRequest } from "@twinline/api";
import type { Chance } from "@twinline/insight";
import { type Lane, NodeAnswerError } from "../../packages/cli/src/traffic/node-client.ts";
import type { Attempt, Tale } from "./history.ts";

const TRIES_MAX = 60;
const RETRY_MS = 40;
const GIVE_UP_AFTER = 4;
const GIVE_UP_SHARE = 0.05;
/** Few people, so that every second purchase meets another one of the same person and day. */
export const HOT_PEOPLE = 40;
const VALUE_FEN_MAX = 400_000;

export type Client = {
  readonly lane: Lane;
  readonly tale: Tale;
  readonly chance: Chance;
  readonly isOver: () => boolean;
};

function personDocument(person: number) {
  return {
    kind: "exit_entry_permit",
    number: `E${String(10_000_000 + person)}`,
    nationality: "CN",
    name: `HOT ${person}`,
    born: "1990-01-01",
    expires: "2035-01-01",
  };
}

function requestOf(direction: "in" | "out", person: number, { lane, chance }: Client): PassageRequest {
  const base = { direction, gate: lane.gate, lane: lane.lane, document: personDocument(person) };
  if (direction === "in" || chance.next() < 0.2) return base;
  const lines = 1 + chance.below(3);
  const goods = Array.from({ length: lines }, () => ({
    hs: "6110",
    category: "textile",
    quantity: 1,
    massGrams: 500,
    valueMinor: chance.below(VALUE_FEN_MAX),
    indivisible: chance.next() < 0.1,
  }));
  return { ...base, goods };
}

/** One request until it is answered, refused for good, or given up; a lost answer is asked for again with the same key. */
async function ask(client: Client, attempt: Attempt): Promise<void> {
  for (let tries = 1; tries <= TRIES_MAX; tries++) {
    client.tale.tries += 1;
    try {
      attempt.answers.push(await client.lane.record(attempt.key, attempt.request));
      return;
    } catch (error) {
      if (error instanceof NodeAnswerError && error.status >= 400 && error.status < 500 && error.status !== 429) {
        attempt.refusedWith = `${error.status} ${error.id}`;
        return;
      }
      if (error instanceof NodeAnswerError && error.status === 503) client.tale.busy += 1;
      else if (error instanceof NodeAnswerError) client.tale.serverErrors.push(`${error.status} ${error.id}`);
      else attempt.unknown += 1;
      if (tries >= GIVE_UP_AFTER && client.chance.next() < GIVE_UP_SHARE) break;
      await sleep(RETRY_MS);
    }
  }
  attempt.abandoned = true;
}

async function reuseKey(client: Client, attempt: Attempt): Promise<void> {
  if (attempt.answers.length === 0) return;
  const other = {
    ...attempt.request,
    lane: attempt.request.lane,
    direction: attempt.request.direction === "in" ? ("out" as const) : ("in" as const),
  };
  client.tale.reusedKeys += 1;
  try {
    await client.lane.record(attempt.key, other);
    client.tale.reusedKeysTaken.push(attempt.key);
  } catch {
    // NOTE: a refusal is right, and a broken line says nothing; only an answer would be wrong.
  }
}

async function sendBadInput(client: Client): Promise<void> {
  const bad = { ...requestOf("out", client.chance.below(HOT_PEOPLE), client), goods: [{ hs: "x", valueMinor: -5 }] };
  client.tale.badInputs += 1;
  const key = crypto.randomUUID();
  try {
    await client.lane.record(key, bad as unknown as PassageRequest);
    client.tale.badInputsTaken.push(key);
  } catch (error) {
    if (error instanceof NodeAnswerError && error.status >= 500 && error.status !== 503)
      client.tale.serverErrors.push(`${error.status} ${error.id}`);
  }
}

/** A client's life: 80 % new passages, 7 % old keys again, 6 % one key three times at once, 3 % a key with another body, 4 % bad input. */
export async function runClient(client: Client): Promise<void> {
  const { chance, tale } = client;
  const mine: Attempt[] = [];
  while (!client.isOver()) {
    const dice = chance.next();
    const old = mine[chance.below(Math.max(1, mine.length))];
    if (dice < 0.04) await sendBadInput(client);
    else if (dice < 0.07 && old) await reuseKey(client, old);
    else if (dice < 0.14 && old && !old.abandoned) await ask(client, old);
    else {
      const attempt = tale.begin(
        crypto.randomUUID(),
        client.lane,
        requestOf(chance.next() < 0.35 ? "in" : "out", chance.below(HOT_PEOPLE), client),
      );
      mine.push(attempt);
      await (dice < 0.2
        ? Promise.all([ask(client, attempt), ask(client, attempt), ask(client, attempt)])
        : ask(client, attempt));
    }
  }
}
