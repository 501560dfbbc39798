import type { Mistake } from "./mistake.ts";

const grounds = "because: [allowance@2025-01-01, limit.3, duty_rate@2024-01-01, duty_free_today=6000]";
const instrument = "    sha256: 1a4f7f7e0b1fbeb3eba04f91c48f769790a76ff31e596ec03b786c20ec7ba83d\n";

/** Mistakes in the examples of a rulebook, and in its instruments. */
export const mistakesInExamples: readonly Mistake[] = [
  {
    id: "file/value",
    replace: [grounds, "because: [allowance@2025-02-01]"],
    at: "allowance@2025-02-01",
    sentence: 'Cannot find the version "2025-02-01" of "allowance": it has 2024-01-01, 2025-01-01',
  },
  {
    id: "name/unknown",
    replace: [grounds, "because: [alowance@2025-01-01]"],
    at: "alowance@",
    sentence: 'Cannot find "alowance": no parameter or rule has this name, the nearest is "allowance"',
  },
  {
    id: "name/unknown",
    replace: [grounds, "because: [allowance.1]"],
    at: "allowance.1",
    sentence: 'Cannot find "allowance": no rule has this name',
  },
  {
    id: "name/unknown",
    replace: [grounds, "because: [goods_value=6000]"],
    at: "goods_value=6000",
    sentence: 'Cannot find "goods_value": no counter has this name',
  },
  {
    id: "file/value",
    replace: [grounds, "because: [limit.4]"],
    at: "limit.4",
    sentence: 'Cannot find row 4 of "limit": its table has no such row',
  },
  {
    id: "file/value",
    replace: [grounds, "because: [limit.0]"],
    at: "limit.0",
    sentence: 'Cannot find row 0 of "limit": its table has no such row',
  },
  {
    id: "file/value",
    replace: [grounds, "because: [duty.1]"],
    at: "duty.1",
    sentence: 'Cannot find row 1 of "duty": its table has no such row',
  },
  {
    id: "file/value",
    replace: [grounds, "because: [limit]"],
    at: "limit]",
    sentence: 'Cannot read the ground "limit": "name@2025-01-01", "table.3" or "counter=6000" is expected',
  },
  {
    id: "file/value",
    replace: [grounds, "because: [duty_free_today=six]"],
    at: "duty_free_today=six",
    sentence: 'Cannot read "six" as money CNY: a number such as "49.50" is expected',
  },
  {
    id: "file/value",
    replace: ["earlier: [{at: 2025-03-01T09:10+08:00", "earlier: [{at: 2025-03-01T15:21+08:00"],
    at: "{at: 2025-03-01T15:21",
    sentence: "Cannot place an earlier event after the event of the test",
  },
  {
    id: "type/code",
    replace: ["expect: {admission: admitted, desk: frequency}", "expect: {admission: admited, desk: frequency}"],
    at: "admited",
    sentence: 'Cannot use "admited" as code admission: the list has no such code, the nearest is "admitted"',
  },
  {
    id: "name/unknown",
    replace: ["expect: {duty_free: 9000, duty_due: 0}", "expect: {duty_fre: 9000, duty_due: 0}"],
    at: "duty_fre:",
    sentence: 'Cannot expect "duty_fre": no output has this name, the nearest is "duty_free"',
  },
  {
    id: "name/unknown",
    replace: ["expect: {duty_free: 9000, duty_due: 0}", "expect: {limit: 9000, duty_due: 0}"],
    at: "limit: 9000",
    sentence: 'Cannot expect "limit": no output has this name',
  },
  {
    id: "file/key",
    replace: ["at: 2025-03-20T10:00+08:00", "at: 2025-03-20T10:00+08:00\n    law: 2025-01-01"],
    at: "2025-01-01\n    facts",
    sentence: 'Cannot use the key "law": the clock takes the law of the event',
  },
  {
    id: "instrument/text",
    replace: [instrument, ""],
    at: "N31:",
    sentence: 'Cannot pin the wording of "N31": "text" and "sha256" belong together',
  },
  {
    id: "file/value",
    replace: ["  N31:\n", "  N/31:\n"],
    at: "N/31:",
    sentence: 'Cannot use "N/31" as the name of an instrument: letters, digits, "_", "." and "-" are expected',
  },
  {
    id: "file/value",
    replace: ['"Notice 31/2024, art. {n}"', '"Notice 31/2024"'],
    at: '{en: "Notice 31/2024"',
    sentence: 'Cannot cite "N31" in en: the text has no "{n}" for the provision',
  },
  {
    id: "file/value",
    replace: ["side: CN", "side: China"],
    at: "China",
    sentence: 'Cannot read "China" as a side: two capitals such as "CN", or "joint", are expected',
  },
];
