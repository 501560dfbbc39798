import type { Queries } from "../database.ts";

/** What a key was answered with: the entry, the request's hash and the receipt's signature. */
export type Answer = {
  readonly key: string;
  readonly request: Buffer;
  readonly number: number;
  readonly hash: string;
  readonly text: string;
  readonly signature: string;
};

/** Answers that these idempotency keys have been given, by key. */
export async function findAnswers(queries: Queries, keys: readonly string[]): Promise<Map<string, Answer>> {
  const { rows } = await queries.query<Answer>(
    `select a.key::text as key, a.request, a.signature, e.number, encode(e.hash, 'hex') as hash, e.body as text
     from answer a join entry e on e.number = a.entry where a.key = any($1::uuid[])`,
    [keys],
    "find-answers",
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** The answer that entry `number` gave, or undefined when nobody asked for it with a key. */
export async function findAnswerOf(queries: Queries, number: number): Promise<Answer | undefined> {
  const { rows } = await queries.query<Answer>(
    `select a.key::text as key, a.request, a.signature, e.number, encode(e.hash, 'hex') as hash, e.body as text
     from answer a join entry e on e.number = a.entry where a.entry = $1`,
    [number],
  );
  return rows[0];
}

export async function saveAnswers(tx: Queries, answers: readonly Answer[]): Promise<void> {
  await tx.query(
    `insert into answer (key, request, entry, signature)
     select * from unnest($1::uuid[], $2::bytea[], $3::bigint[], $4::text[])`,
    [
      answers.map(({ key }) => key),
      answers.map(({ request }) => request),
      answers.map(({ number }) => number),
      answers.map(({ signature }) => signature),
    ],
    "save-answers",
  );
}
