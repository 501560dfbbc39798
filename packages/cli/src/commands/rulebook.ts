import { parseArgs } from "node:util";
import {
  type CheckedRulebook,
  compareRulebooks,
  inForceOn,
  type Language,
  languages,
  renderText,
} from "@twinline/rulebook";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";
import { findingText, loadNamed } from "../rulebook-files.ts";

/** What two rulebooks decide differently, and what one says on a day. */
export const command: Command = {
  name: "rulebook",
  usage: "rulebook diff A B | rulebook as-of DATE NAME  [--lang zh|kk|ru|en] [--rulebooks DIR] [--json]",
  about: "diff: what changes between two rulebooks, in sentences; as-of: figures and rules in force on a day",
  run: rulebook,
};

async function rulebook(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      lang: { type: "string", default: "en" },
      rulebooks: { type: "string" },
      json: { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  const language = languages.find((each) => each === values.lang);
  if (language === undefined)
    throw new UsageError(`Cannot write in "${values.lang}": one of ${languages.join(", ")} is expected`);
  const [verb, first, second, ...more] = positionals;
  if (first === undefined || second === undefined || more.length > 0)
    throw new UsageError("Cannot tell: two more words are expected");
  const loadOrTell = (name: string) => loadChecked(name, values.rulebooks, effects);
  if (verb === "diff") return diff(loadOrTell(first), loadOrTell(second), language, values.json, effects);
  if (verb === "as-of") return asOf(readDay(first), loadOrTell(second), language, values.json, effects);
  throw new UsageError(`Cannot find "rulebook ${verb}": there are "diff" and "as-of"`);
}

function loadChecked(name: string, folder: string | undefined, effects: Effects): CheckedRulebook | undefined {
  const loaded = loadNamed(effects.cwd, name, folder);
  if ("rulebook" in loaded) return loaded.rulebook;
  for (const finding of loaded.findings) effects.err(findingText(finding));
  return undefined;
}

type Maybe = CheckedRulebook | undefined;

function diff(before: Maybe, after: Maybe, language: Language, json: boolean, effects: Effects): ExitStatus {
  if (!before || !after) return 1;
  const changes = compareRulebooks(before, after);
  if (json) effects.out(JSON.stringify(changes, null, 2));
  else for (const { text } of changes) effects.out(text[language]);
  return 0;
}

function asOf(law: number, named: Maybe, language: Language, json: boolean, effects: Effects): ExitStatus {
  if (!named) return 1;
  if (law < named.covers.from) {
    effects.err(`Cannot tell the law of "${named.name}" on that day: it begins later`);
    return 1;
  }
  const lines = inForceOn(named, law);
  effects.out(json ? JSON.stringify(lines, null, 2) : renderText(lines, language));
  return 0;
}

function readDay(text: string): number {
  try {
    return Temporal.PlainDate.from("1970-01-01").until(Temporal.PlainDate.from(text)).days;
  } catch {
    throw new UsageError(`Cannot read "${text}" as a day: one such as 2025-06-01 is expected`);
  }
}
