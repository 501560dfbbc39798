import assert from "node:assert/strict";
import { test } from "node:test";
import { contentOf } from "./second-content.ts";

const act = "passage.override/12";
const asked = { verdict: "admit", reason: "identity_confirmed", passage: "ab" };

test("What two officers sign has one hash, however it is written and whoever holds the token", async () => {
  const content = await contentOf(act, asked);
  assert.match(content, /^[0-9a-f]{64}$/);
  const { verdict, ...rest } = asked;
  assert.equal(await contentOf(act, { ...rest, second: "token", verdict, absent: undefined }), content);
});

test("Another act, another figure and one field more or less is another content", async () => {
  const all = [
    await contentOf(act, asked),
    await contentOf("passage.override/13", asked),
    await contentOf(act, { ...asked, reason: "guardian_present" }),
    await contentOf(act, { ...asked, passage: "ac" }),
    await contentOf(act, { verdict: "admit", reason: "identity_confirmed" }),
  ];
  assert.equal(new Set(all).size, all.length);
});
