import type { Group, Pair, ReplayResult } from "@twinline/insight";
import { type CheckedRulebook, type Language, presentValue, type ValueType } from "@twinline/rulebook";

const EXAMPLES_SHOWN = 1;

/** A replay told in lines for a terminal; `--json` has all of it. */
export function* replayLines(result: ReplayResult, base: CheckedRulebook, language: Language): Generator<string> {
  const { history, law, totals, people, outcomes, by, burden } = result;
  yield `${result.base.name} against ${result.reform.name}`;
  yield `${history.from} to ${history.to}: ${history.passages} passages, ${history.lines} lines${law ? `, law of ${law}` : ""}`;
  yield* groupHead(result);
  for (const [name, pair] of Object.entries(totals.amounts)) yield pairLine(name, pair, typeOf(base, name));
  for (const [output, codes] of Object.entries(outcomes)) {
    for (const [code, pair] of Object.entries(codes)) yield pairLine(`${output} ${code}`, pair, COUNT);
  }
  yield `people: ${people.less} pay less, ${people.more} pay more, ${people.same} the same`;
  const money = burden === undefined ? COUNT : typeOf(base, burden);
  for (const [dimension, groups] of Object.entries(by)) {
    yield `\nby ${dimension}`;
    for (const group of groups) yield groupLine(group, burden, money);
  }
  yield* changeLines(result);
  yield* doubtLines(result);
  yield "";
  if (result.response !== undefined) {
    yield pairLine(`${burden} with response`, result.response.burden, money);
    yield result.response.said[language];
  }
  for (const caveat of result.caveats) yield caveat[language];

  function* groupHead({ unanswered }: ReplayResult): Generator<string> {
    for (const { policy, reason, name, lines } of unanswered)
      yield `${policy}: ${lines} lines without an answer (${reason} ${name})`;
    yield `${"".padEnd(NAME)} ${"base".padStart(NUMBER)} ${"reform".padStart(NUMBER)} ${"difference".padStart(NUMBER)}`;
  }
}

const NAME = 26;
const NUMBER = 18;
const COUNT: ValueType = { kind: "integer" };

function pairLine(name: string, { base, reform }: Pair, type: ValueType): string {
  const numbers = [base, reform, reform - base].map((value) => String(presentValue(type, value)).padStart(NUMBER));
  return `${name.padEnd(NAME)} ${numbers.join(" ")}`;
}

function groupLine({ key, lines, amounts, less, more }: Group, burden: string | undefined, type: ValueType): string {
  const pair = burden === undefined ? undefined : amounts[burden];
  return `${pairLine(key || "-", pair ?? { base: lines, reform: lines }, type)}  ${lines} lines, ${less} less, ${more} more`;
}

function* changeLines({ changes }: ReplayResult): Generator<string> {
  for (const { output, from, to, lines, examples } of changes) {
    yield `\n${output}: ${from} -> ${to}: ${lines} lines`;
    for (const { passage, line, day, facts } of examples.slice(0, EXAMPLES_SHOWN))
      yield `  passage ${passage}, line ${line}, ${day}: ${JSON.stringify(facts)}`;
  }
}

function* doubtLines({ doubts }: ReplayResult): Generator<string> {
  if (doubts.length > 0) yield "";
  for (const { parameter, from, confidence } of doubts) yield `${confidence} confidence: ${parameter} since ${from}`;
}

function typeOf({ rules }: CheckedRulebook, output: string): ValueType {
  return rules.find(({ name }) => name === output)?.type ?? COUNT;
}
