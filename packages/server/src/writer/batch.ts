import { parseCanonical, signReceipt } from "@twinline/journal";
import {
  type Body,
  type Change,
  entryChanges,
  instantText,
  LoadedState,
  type StateKey,
  type World,
} from "@twinline/zone";
import { type Queries, together } from "../database.ts";
import { RequestError } from "../errors.ts";
import { type Answer, findAnswers, saveAnswers } from "./answers.ts";
import { appendEntries, type Draft, draftEntry } from "./append.ts";
import type { Ask, Outcome } from "./ask.ts";
import { type JournalHead, lockHead, saveHead } from "./head.ts";
import type { Spine } from "./spine.ts";
import { loadTables, saveTouched } from "./state-table.ts";

/** One command of the batch, decided and chained but not yet written. */
type Decided = { readonly ask: Ask; readonly draft: Draft; readonly answer: Answer };

/**
 * Decides asks in one transaction, in their order, each seeing what the ones before it did. The head's lock makes this the
 * only writer, so asking again after an unknown outcome finds either the stored answer or a free way. Two round trips:
 * everything that is read, then everything that is written with its commit.
 */
export async function decideBatch(
  tx: Queries,
  commit: () => Promise<void>,
  spine: Spine,
  asks: readonly Ask[],
): Promise<Outcome[]> {
  const atMs = spine.now().epochMilliseconds;
  const world = spine.world();
  const keys = asks.flatMap((ask) => keysOf(spine, world, atMs, ask));
  // NOTE: sent together and run in this order, so that the head's lock is held before any row is read.
  const [head, answers, rows] = await together([
    lockHead(tx, spine.origin),
    findAnswers(
      tx,
      asks.map(({ key }) => key),
    ),
    loadTables(tx, spine.tables, keys),
  ]);
  const run = new BatchRun(spine, world, atMs, head, answers, new LoadedState(keys, rows));
  const outcomes = asks.map((ask) => run.decide(ask));
  await run.save(tx, commit);
  return outcomes;
}

/** Rows that an ask names; none when naming them fails: the same reason comes out of decide, where it answers this ask alone. */
function keysOf(spine: Spine, world: World, atMs: number, { command }: Ask): readonly StateKey[] {
  try {
    return conceptOf(spine, command.kind).keys(command as never, world, atMs);
  } catch {
    return [];
  }
}

function conceptOf(spine: Spine, kind: string) {
  const concept = spine.concepts.get(kind);
  if (concept === undefined) throw new Error(`Cannot decide: no concept of the kind "${kind}"`);
  return concept;
}

class BatchRun {
  readonly #spine: Spine;
  readonly #world: World;
  readonly #atMs: number;
  readonly #head: JournalHead;
  readonly #answers: Map<string, Answer>;
  readonly #decided: Decided[] = [];
  readonly #state: LoadedState;

  constructor(
    spine: Spine,
    world: World,
    atMs: number,
    head: JournalHead,
    answers: Map<string, Answer>,
    state: LoadedState,
  ) {
    this.#spine = spine;
    this.#world = world;
    this.#atMs = atMs;
    this.#head = head;
    this.#answers = answers;
    this.#state = state;
  }

  /** The answer to one ask: the stored one, a new entry, or the reason why there is none. */
  decide(ask: Ask): Outcome {
    const before = this.#answers.get(ask.key);
    if (before !== undefined) return repeat(before, ask);
    let decided: Decided & { changes: readonly Change[] };
    try {
      decided = this.#draft(ask);
    } catch (error) {
      return { kind: "failed", error };
    }
    // NOTE: outside the try. Changes that cannot be applied leave half a state behind: the whole batch must fail then.
    this.#state.apply(decided.changes, decided.draft.number);
    this.#decided.push(decided);
    this.#answers.set(ask.key, decided.answer);
    const { number, hash, body } = decided.draft;
    return { kind: "recorded", recorded: { number, hash, body, signature: decided.answer.signature, repeated: false } };
  }

  /** Writes all and commits, in one round trip; what is done alongside a command stands between the two. */
  async save(tx: Queries, commit: () => Promise<void>): Promise<void> {
    if (this.#decided.length === 0) return;
    const { head, written } = appendEntries(
      tx,
      this.#head,
      this.#decided.map(({ draft }) => draft),
    );
    const answers = this.#decided.map(({ answer }) => answer);
    const writes = [
      ...written,
      ...saveTouched(tx, this.#spine.tables, this.#state.touched()),
      saveAnswers(tx, answers),
      saveHead(tx, this.#spine.origin, head),
    ];
    const beside = this.#decided.filter(({ ask }) => ask.alongside !== undefined);
    if (beside.length === 0) return void (await together([...writes, commit()]));
    await together(writes);
    for (const { ask, draft } of beside) await ask.alongside?.(tx, draft);
  }

  #draft(ask: Ask): Decided & { changes: readonly Change[] } {
    const { command, key, request } = ask;
    const concept = conceptOf(this.#spine, command.kind);
    const last = this.#decided.at(-1)?.draft;
    const number = (last?.number ?? this.#head.number) + 1;
    const moment = { atMs: this.#atMs, number };
    const { outcome, reason, details } = concept.decide(command as never, this.#state, this.#world, moment);
    const by = "by" in command ? { by: command.by as Body["by"] } : {};
    const at = instantText(this.#atMs);
    const body = { ...details, ...by, kind: command.kind, at, outcome, reason } as Body;
    const prev = { number: number - 1, hash: last === undefined ? this.#head.hash : Buffer.from(last.hash, "hex") };
    const draft = draftEntry(this.#spine.origin, prev, body);
    const { signature } = signReceipt(draft, at, this.#spine.signer);
    const answer = { key, request, number, hash: draft.hash, text: draft.text, signature };
    return { ask, draft, answer, changes: entryChanges(concept, body, number, this.#world.rulebooks) };
  }
}

function repeat(answer: Answer, ask: Ask): Outcome {
  if (!answer.request.equals(ask.request)) return { kind: "failed", error: reusedKey() };
  const { number, hash, text, signature } = answer;
  return {
    kind: "recorded",
    recorded: { number, hash, body: parseCanonical(text) as Body, signature, repeated: true },
  };
}

function reusedKey(): RequestError {
  return new RequestError("request/key-reused", 409, "Cannot take the command: its key was used for another request", {
    field: "/idempotency-key",
    texts: {
      zh: "此操作编号已用于另一请求。请重新开始这一操作。",
      kk: "Бұл әрекет нөмірі басқа сұранысқа қолданылған. Әрекетті қайта бастаңыз.",
      ru: "Номер этого действия уже использован для другого запроса. Начните действие заново.",
      en: "This action's number was already used for another request. Start the action again.",
    },
  });
}
