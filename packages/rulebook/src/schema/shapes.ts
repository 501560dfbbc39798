import { periodKeys, subjectKeys } from "../ir/counter.ts";
import { unanswerableReasons } from "../ir/example.ts";
import { type Language, languages } from "../ir/texts.ts";
import { namePattern } from "../parse/words.ts";
import { day, flag, listOf, named, type Schema, scalar, shape, text, word } from "./schema.ts";

/** One key of a mapping: what it says, for hover, and what may stand under it. `must` marks a key that is needed. */
type Key = { readonly says: string; readonly is: Schema; readonly must?: true };
export type Shape = { readonly keys: { readonly [key: string]: Key }; readonly open?: Schema };

const must = (says: string, is: Schema): Key => ({ says, is, must: true });
const may = (says: string, is: Schema): Key => ({ says, is });

const names = namePattern.source;
const texts = shape("texts");
const note: Schema = { anyOf: [text(), texts] };
const source: Schema = { anyOf: [text("/"), listOf(text("/"))] };
const hits = word("unique", "first", "any", "collect sum", "collect min", "collect max", "collect list");
const type = text(
  "^(boolean|integer|rate|text|country|day|moment|money [A-Z]{3}|quantity [a-z]+|exchange [A-Z]{3} [A-Z]{3}|code [a-z][a-z0-9_]*)$",
);

const body = {
  is: may("The rule as one expression; with a comma it stands in quotes or in a block.", scalar),
  hit: may("Which rows of the table count: unique if left out.", hits),
  table: may("Rows of cells between pipes; the header ends in `=> name` and, if rows are cited, `source`.", text()),
  empty: may("The value of a `collect` table when no row hits: 0 if left out.", scalar),
  source: may("The provisions, such as N12/4.", source),
  retroactive: may("The provision is in force later than the day from which it is used, and says so.", flag),
};

const sections = {
  instruments: named(shape("instrument")),
  codes: named({ ...named(texts, "^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$"), minProperties: 1 }, names),
  facts: named(shape("fact"), names),
  parameters: named(shape("parameter"), names),
  counters: named(shape("counter"), names),
  rules: named(shape("rule"), names),
  outputs: listOf(text(names)),
  tests: listOf(shape("test")),
};

const rulebook: Shape["keys"] = {
  rulebook: must("The rulebook's name: the path of its file without .yaml.", text("^[a-z0-9][a-z0-9/-]*$")),
  language: must("The version of the language.", word(1)),
  side: must("The side whose law this is: two capitals, or joint.", text("^([A-Z]{2}|joint)$")),
  decides: must("The one kind of event that is decided.", text(names)),
  clock: must("Where days begin and which day the law is taken of.", shape("clock")),
  covers: must("The first law date.", shape("covers")),
  label: must("The rulebook's name for people.", texts),
  note: may("A remark.", note),
  instruments: must("The legal acts that are cited.", sections.instruments),
  codes: may("Closed lists of codes with their labels.", sections.codes),
  facts: must("What is known of an event.", sections.facts),
  parameters: may("Dated, cited figures.", sections.parameters),
  counters: may("Sums and counts over earlier events.", sections.counters),
  rules: must("What follows from what; the order is free.", sections.rules),
  outputs: must("The rules whose values are recorded.", sections.outputs),
  tests: may("Examples; every rule that an output needs is reached by one.", sections.tests),
};

const reform: Shape["keys"] = {
  reform: must("The reform's name: the path of its file without .yaml.", text("^[a-z0-9][a-z0-9/-]*$")),
  base: must("The rulebook it changes, pinned: name@sha256:…", text("^[a-z0-9/-]+@sha256:[0-9a-f]{64}$")),
  label: may("The reform's name for people.", texts),
  note: may("A remark.", note),
  change: may("New figures and wordings, each from a day.", listOf(shape("change"))),
  replay: may("How a replay of past events is dated.", shape("replay")),
  ...Object.fromEntries(
    Object.entries(sections).map(([key, is]) => [key, may(`What the reform adds to the base's ${key}.`, is)]),
  ),
  tests_changed: may("Names, in English, of the base's tests that no longer hold.", listOf(text())),
};

const declarations: { readonly [name: string]: Shape } = {
  clock: {
    keys: {
      zone: must("The zone of the tz database that the side's calendar is made from, such as Asia/Almaty.", text("/")),
      law: must("The law in force when it happened, or when it was declared.", word("event", "declaration")),
      end_of_month: may("What 29 February + 1 year is; needed for months and years.", word("down", "up", "reject")),
    },
  },
  covers: { keys: { from: must("The first law date, such as 2024-01-01.", day) } },
  instrument: {
    keys: {
      cite: must("How a provision is cited; {n} is its number.", texts),
      in_force: must("The first day in force.", day),
      text: may("The file of the wording beside this one.", text()),
      sha256: may("The SHA-256 of that file.", scalar),
      text_held: may("Whether the official wording is held.", scalar),
      note: may("A remark.", note),
    },
  },
  fact: {
    keys: {
      type: must("boolean, integer, money CNY, quantity g, rate, text, code NAME, country, day or moment.", type),
      label: must("The fact's name for people.", texts),
      range: may("Least and greatest value, such as 0 kg..500 kg; needed for numbers.", text("\\.\\.")),
      optional: may("The fact may be missing; rules must say what then.", flag),
      of: may("What the value is constant over: event if left out.", word("event", "person_day", "person")),
    },
  },
  parameter: {
    keys: {
      type: must("As of a fact, or exchange EUR CNY.", type),
      values: must("The figures, the oldest first.", { ...listOf(shape("figure")), minItems: 1 }),
      by: may("The code or country fact whose value picks the figure.", text(names)),
      label: may("The parameter's name for people.", texts),
      note: may("A remark.", note),
    },
  },
  figure: {
    keys: {
      from: must("The first law date.", day),
      is: may("The figure, such as 8000, 13%, 8 kg or 2/37; unknown is honest.", scalar),
      other: may("The figure of every key that is not named.", scalar),
      source: may("The provisions, such as N12/4.", source),
      confidence: may("How sure the figure is: high if left out.", word("high", "medium", "low", "unverified")),
      note: may("A remark.", note),
      retroactive: may("The provision is in force later than this day, and says so.", flag),
    },
    open: scalar,
  },
  counter: {
    keys: {
      kind: must("facts, clamped or feedback; the checker proves it.", word("facts", "clamped", "feedback")),
      per: must("Whose and which period's events are counted.", {
        ...listOf(word(...subjectKeys, ...periodKeys)),
        minItems: 1,
      }),
      sum: may("The fact or output that is summed.", text(names)),
      count: may("Counts events instead.", word("all")),
      within: may("A rolling window that ends on the event's legal day, such as 180 days.", text("^\\d+ days?$")),
      where: may("Which earlier events count: a condition on their facts and outputs.", scalar),
      range: may("Least and greatest value.", text("\\.\\.")),
      source: may("The provisions, such as N12/4.", source),
      label: may("The counter's name for people.", texts),
    },
  },
  rule: {
    keys: {
      type: must("The type of the value.", type),
      ...body,
      versions: may("The wordings by day, the oldest first.", listOf(shape("version"))),
      say: may("The sentence told to people; {name} is a value, with plural and select of ICU MessageFormat.", texts),
      label: may("The rule's name for people.", texts),
      note: may("A remark.", note),
    },
  },
  version: { keys: { from: must("The first law date.", day), ...body, note: may("A remark.", note) } },
  test: {
    keys: {
      it: must("What the example shows.", shape("some_texts")),
      at: must("When it happens, such as 2025-06-01T09:30+08:00.", text("^\\d{4}-\\d{2}-\\d{2}T")),
      law: may("The law date, where the clock takes the declaration's.", day),
      facts: must("The facts by name.", named(scalar, names)),
      earlier: may("Earlier events; they inherit the facts and feed the counters.", listOf(shape("earlier"))),
      expect: must("Outputs by name, or why it is unanswerable.", shape("expectation")),
      because: may("What the trace must hold: name@from, table.row or counter=value.", listOf(text())),
    },
  },
  earlier: { keys: { at: must("When it happened.", text("^\\d{4}-\\d{2}-\\d{2}T")) }, open: scalar },
  expectation: {
    keys: { unanswerable: may("Why no answer is given.", word(...unanswerableReasons)) },
    open: { anyOf: [scalar, listOf(scalar)] },
  },
};

const tongues: { readonly [language in Language]: string } = {
  zh: "Chinese",
  kk: "Kazakh",
  ru: "Russian",
  en: "English",
};

const change: Shape["keys"] = {
  from: must("The first law date.", day),
  parameter: may("The parameter that gets new figures; keys not named keep theirs.", text(names)),
  rule: may("The rule that gets a new wording.", text(names)),
  is: may("The figure, or the rule as one expression.", scalar),
  other: may("The figure of every key that is not named.", scalar),
  hit: body.hit,
  table: body.table,
  empty: body.empty,
  source: body.source,
  confidence: declarations.figure!.keys.confidence!,
  note: may("A remark.", note),
  retroactive: body.retroactive,
};

/** Every mapping of the file format with its keys: the one table that schema, completion and hover come from. */
export const shapes: { readonly [name: string]: Shape } = {
  rulebook: { keys: rulebook },
  reform: { keys: reform },
  ...declarations,
  change: { keys: change, open: scalar },
  replay: {
    keys: {
      law: may("The law date for every replayed event.", day),
      events: may("The days replayed, such as 2025-01-01..2025-12-31.", text("\\.\\.")),
      as_known: may("What was recorded until this day.", day),
    },
  },
  texts: { keys: Object.fromEntries(languages.map((each) => [each, must(`The text in ${tongues[each]}.`, scalar)])) },
  some_texts: {
    keys: Object.fromEntries(languages.map((each) => [each, may(`The text in ${tongues[each]}.`, scalar)])),
  },
};
