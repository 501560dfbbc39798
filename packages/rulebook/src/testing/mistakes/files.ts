import type { Mistake } from "./mistake.ts";

const rate = "round_half_up(taxable * duty_rate)";

/** Mistakes in the file, its texts and its tests. */
export const mistakesInFiles: readonly Mistake[] = [
  {
    id: "say/language",
    replace: [', kk: "Кіру: {admission}."', ""],
    at: '{en: "Entry: {admission}."',
    sentence: 'Cannot use the text of "admission" without its text in kk',
  },
  {
    id: "say/names",
    replace: ["此前已用 {duty_free_today}，本次", "此前已用，本次"],
    at: '"每日限额',
    sentence: 'Cannot use the text of "duty_free" in zh: it lacks "{duty_free_today}", which other languages have',
  },
  {
    id: "say/plural",
    replace: [
      'ru: "Досмотровый стол: {desk}."',
      'ru: "Досмотровый стол: {desk}. {passages_today, plural, one {#} other {#}}"',
    ],
    at: '"Досмотровый',
    sentence:
      'Cannot choose a plural by "passages_today" in the text of "desk" (ru): the form "few", "many" is missing',
  },
  {
    id: "say/syntax",
    replace: ['en: "To pay: {duty_due}."', 'en: "To pay: {duty_due."'],
    at: '."',
    after: "{duty_due",
    sentence: 'Cannot read the text for people: "}" is expected after "duty_due"',
  },
  {
    id: "test/none",
    replace: ["outputs: [admission", '  extra: {type: integer, is: "0", source: N12/1}\noutputs: [extra, admission'],
    at: "extra: {",
    sentence: 'Cannot use the rule "extra" without an example: no test expects an output that needs it',
  },
  {
    id: "test/fails",
    replace: ["duty_free: 4000, taxable: 1000, duty_due: 130", "duty_free: 4000, taxable: 1000, duty_due: 131"],
    at: "it: {en: a second purchase",
    sentence:
      'Test "a second purchase uses what is left of the day" fails: "duty_due" is "130.00", "131.00" is expected',
  },
  {
    id: "expression/syntax",
    replace: [rate, "round_half_up(taxable * duty_rate"],
    at: "\n    source: N12/6\n  duty_due",
    sentence: 'Cannot read the expression at its end: ")" is expected to close "round_half_up("',
  },
  {
    id: "file/key",
    replace: [`is: ${rate}`, "iss: 1\n    is: 0"],
    at: "iss: 1",
    sentence: 'Cannot use the key "iss": "iss" is not a key of the rule "duty", the nearest is "is"',
  },
  {
    id: "file/key",
    replace: ["is: if duty <= minimum_charge then 0 else duty, source", "is: max(duty, minimum_charge), source"],
    at: "minimum_charge),",
    sentence:
      'Cannot use the key "minimum_charge)": the comma ended the value "max(duty", put the whole expression in quotes or in a block',
  },
  {
    id: "file/duplicate",
    replace: ["side: CN\n", "side: CN\nside: KZ\n"],
    at: "side: KZ",
    sentence: 'Cannot use the key "side" twice in one mapping',
  },
  {
    id: "file/forbidden",
    replace: ["zone: Asia/Shanghai", "zone: &z Asia/Shanghai"],
    at: "Asia/Shanghai",
    sentence: 'Cannot use the anchor "&z": a rulebook says each thing where it stands',
  },
  {
    id: "file/missing",
    replace: ["decides: passage\n", ""],
    at: "rulebook: demo",
    sentence: 'Cannot read a rulebook: its key "decides" is missing',
  },
  {
    id: "file/value",
    replace: ["is: 50 kg", "is: 50.0001 kg"],
    at: "50.0001 kg",
    sentence: 'Cannot read "50.0001 kg" as quantity g: it is not a whole number of g',
  },
  {
    id: "file/encoding",
    replace: ["decides: passage", "decides:\tpassage"],
    at: "\tpassage",
    sentence: "Cannot read the file: the character U+0009 is not allowed",
  },
  {
    id: "instrument/text",
    replace: ["text: instruments/n12.zh.md", "text: instruments/n13.zh.md"],
    at: "instruments/n13.zh.md",
    sentence: 'Cannot find the wording of "N12": no file "instruments/n13.zh.md" stands beside the rulebook',
  },
  {
    id: "say/names",
    replace: ['en: "Desk: {desk}."', 'en: "Desk: {desk}, {age}."'],
    at: '"Desk:',
    sentence: 'Cannot use the text of "desk" in en: it alone has "{age}"',
  },
  {
    id: "say/names",
    replace: ['en: "Desk: {desk}."', 'en: "Desk."'],
    at: '"Desk.',
    sentence: 'Cannot use the text of "desk" in en: it lacks "{desk}", which other languages have',
  },
  {
    id: "test/coverage",
    replace: ["label: {en: Personal", "label: {en: Personal"],
    at: "< minimum_age",
    sentence: 'Row 1 of "admission" is hit by no test',
  },
  {
    id: "instrument/text",
    replace: ["sha256: ", "sha256: 00"],
    at: "00",
    after: "sha256: ",
    sentence:
      'Cannot trust the wording of "N12": the SHA-256 of "instruments/n12.zh.md" is 0e7df19ebe74734b83c0533ae5d7cc4d16d5fdac73ed4b2f303508e39aff7eb8',
  },
];
