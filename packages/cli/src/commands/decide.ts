import { parseArgs } from "node:util";
import { writeCanonical } from "@twinline/journal";
import {
  type CheckedRulebook,
  compileSource,
  type Decide,
  type Decision,
  type ExplainInput,
  explain,
  type FactFinding,
  FactsTextError,
  firstEvent,
  type Held,
  type Language,
  languages,
  parseFactsText,
  presentCounters,
  presentFacts,
  presentOutputs,
  readFacts,
  renderText,
} from "@twinline/rulebook";
import { decisionBody, recordOf, tellReasons } from "@twinline/zone";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";
import { findingText, loadNamed } from "../rulebook-files.ts";

/** One decision by a rulebook, on facts and counter values from standard input. */
export const command: Command = {
  name: "decide",
  usage: "decide RULEBOOK [--at INSTANT] [--law DATE] [--lang zh|kk|ru|en] [--rulebooks DIR] [--json] < facts.json",
  about: "Decides on facts given as JSON and says why; RULEBOOK is a name such as khorgos/cn/arrival, or a file",
  run: decide,
};

async function decide(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const options = readOptions(args);
  const loaded = loadNamed(effects.cwd, options.named, options.folder);
  if ("findings" in loaded) {
    for (const finding of loaded.findings) effects.err(findingText(finding));
    return 1;
  }
  const { rulebook } = loaded;
  const given = await readGiven(rulebook, effects);
  if ("findings" in given) {
    for (const { sentence } of given.findings) effects.err(sentence);
    return 2;
  }
  const { counters, assumed } = firstEvent(rulebook, given.counters);
  if (assumed.length > 0)
    effects.err(`Counted from nothing: ${assumed.join(", ")}; give them among the facts otherwise`);
  const input = { facts: given.facts, counters, days: daysOf(rulebook, options) };
  const decide = compileSource(rulebook);
  const decision = decide(input.facts, input.counters, input.days);
  if (options.json) effects.out(canonicalAnswer({ rulebook, decide }, input, decision));
  else tell(rulebook, input, decision, options.language, effects);
  return decision.kind === "decided" ? 0 : 1;
}

type Options = {
  readonly named: string;
  readonly folder: string | undefined;
  readonly at: string | undefined;
  readonly law: string | undefined;
  readonly language: Language;
  readonly json: boolean;
};

function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      at: { type: "string" },
      law: { type: "string" },
      lang: { type: "string", default: "en" },
      rulebooks: { type: "string" },
      json: { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0) throw new UsageError("Cannot decide: expected one RULEBOOK");
  const language = languages.find((each) => each === values.lang);
  if (language === undefined)
    throw new UsageError(`Cannot write in "${values.lang}": one of ${languages.join(", ")} is expected`);
  return { named, folder: values.rulebooks, at: values.at, law: values.law, language, json: values.json };
}

type Compiled = { readonly rulebook: CheckedRulebook; readonly decide: Decide };

type Given = Pick<ExplainInput, "facts" | "counters"> | { readonly findings: readonly FactFinding[] };

async function readGiven(rulebook: CheckedRulebook, effects: Effects): Promise<Given> {
  try {
    return readFacts(rulebook, parseFactsText(await effects.stdin()));
  } catch (error) {
    if (error instanceof FactsTextError) throw new UsageError(error.message);
    throw error;
  }
}

/** The event's legal day by the rulebook's clock, and the law date: that day unless another is named. */
function daysOf(rulebook: CheckedRulebook, { at, law }: Options): { law: number; legal: number } {
  const legal = dayNumber(instantOf(at).toZonedDateTimeISO(rulebook.clock.zone).toPlainDate());
  if (law === undefined) return { law: legal, legal };
  try {
    return { law: dayNumber(Temporal.PlainDate.from(law)), legal };
  } catch {
    throw new UsageError(`Cannot read "${law}" as a law date: a day such as 2025-06-01 is expected`);
  }
}

function instantOf(at: string | undefined): Temporal.Instant {
  if (at === undefined) return Temporal.Now.instant();
  try {
    return Temporal.Instant.from(at);
  } catch {
    throw new UsageError(`Cannot read "${at}" as an instant: one such as 2025-06-01T09:30+08:00 is expected`);
  }
}

function dayNumber(date: Temporal.PlainDate): number {
  return Temporal.PlainDate.from("1970-01-01").until(date).days;
}

function dayText(days: number): string {
  return Temporal.PlainDate.from("1970-01-01").add({ days }).toString();
}

function tell(
  rulebook: CheckedRulebook,
  input: ExplainInput,
  decision: Decision,
  language: Language,
  effects: Effects,
): void {
  effects.out(renderText(explain(rulebook, input, decision), language));
  effects.out(`\n${rulebook.name} sha256:${rulebook.hash} ${dayText(input.days.law)}`);
}

/**
 * Everything as held (integers in minor and base units, days since 1970) and as written, keys sorted. `decision` and
 * `reasons` are the very bytes of POST /api/decisions, and `decision` those of the entry: whoever has two can compare.
 */
function canonicalAnswer(compiled: Compiled, input: ExplainInput, decision: Decision): string {
  const { facts, counters, days } = input;
  const { rulebook } = compiled;
  const record = recordOf(compiled, plain(facts) as never, plain(counters) as never, days, decision);
  const presented = { facts: presentFacts(rulebook, facts), counters: presentCounters(rulebook, counters) };
  const head = {
    decision: decisionBody(record),
    rulebook: rulebook.name,
    hash: rulebook.hash,
    law: dayText(days.law),
    legal: dayText(days.legal),
    facts: plain(facts),
    counters: plain(counters),
    reasons: tellReasons(compiled, record),
  };
  if (decision.kind === "unanswerable") {
    return writeCanonical({
      ...head,
      presented,
      unanswerable: { reason: decision.reason, name: decision.name },
    } as never);
  }
  const outputs = presentOutputs(rulebook, decision.outputs);
  return writeCanonical({ ...head, outputs: plain(decision.outputs), presented: { ...presented, outputs } } as never);
}

/** Integers beyond 2^53 - 1 go into JSON as decimal text. */
function plain(values: { readonly [name: string]: Held | readonly Held[] | undefined }): { [name: string]: unknown } {
  const text = (value: Held) => (typeof value === "bigint" ? value.toString() : value);
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.map(text) : text(value as Held)]],
    ),
  );
}
