import assert from "node:assert/strict";
import { test } from "node:test";
import { csvText } from "./csv-text.ts";

test("Cells with commas, quotes and line ends are quoted, and the file says that it is UTF-8", () => {
  assert.equal(
    csvText([
      ["名字", "a,b"],
      ['say "hi"', "x\ny"],
    ]),
    '\ufeff名字,"a,b"\r\n"say ""hi""","x\ny"\r\n',
  );
});

test("A name that a spreadsheet would run is disarmed, a negative figure stays a figure", () => {
  assert.equal(csvText([["=1+1", "@x", "-2", -2]]), "\ufeff'=1+1,'@x,'-2,-2\r\n");
});
