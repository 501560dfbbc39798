import { parseArgs } from "node:util";
import { type Language, languages, renderText } from "@twinline/rulebook";
import { type ReadEntry, readEntry } from "@twinline/server";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";
import { recordOptions, withRecord } from "../record.ts";

/** A recorded decision, taken again and compared byte for byte, then told. */
export const command: Command = {
  name: "explain",
  usage: "explain NUMBER [--side SIDE] [--data DIR] [--lang zh|kk|ru|en] [--json]",
  about: "Takes a recorded decision again, compares it byte for byte, and says why it came out so",
  run: explain,
};

async function explain(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...recordOptions, lang: { type: "string", default: "en" }, json: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const { lang, json, ...flags } = values;
  const number = numberOf(positionals);
  const language = languages.find((each) => each === lang);
  if (language === undefined)
    throw new UsageError(`Cannot write in "${lang}": one of ${languages.join(", ")} is expected`);
  const entry = await withRecord(flags, effects, (room) => readEntry(room, number));
  if (entry === undefined) {
    effects.err(`Cannot explain ${number}: the journal has no such entry`);
    return 1;
  }
  if (json) effects.out(JSON.stringify(entry, null, 2));
  else tell(entry, language, effects);
  return entry.intact && entry.replayed ? 0 : 1;
}

function numberOf([text, ...more]: readonly string[]): number {
  const number = Number(text);
  if (more.length === 0 && Number.isSafeInteger(number) && number >= 1) return number;
  throw new UsageError("Cannot explain: expected one NUMBER, as it stands on the receipt");
}

function tell({ row, intact, replayed, explanation }: ReadEntry, language: Language, effects: Effects): void {
  effects.out(`entry ${row.number}  ${row.at}  ${row.kind}  ${row.outcome}: ${row.reason}`);
  effects.out(`hash  ${row.hash}  ${intact ? "computed again: the same" : "COMPUTED AGAIN: DIFFERS"}`);
  if (explanation.length === 0) {
    effects.out("This entry holds no decision of a rulebook.");
    return;
  }
  effects.out(replayed ? "Taken again now: the same bytes.\n" : "TAKEN AGAIN NOW: OTHER BYTES.\n");
  effects.out(renderText(explanation, language));
}
