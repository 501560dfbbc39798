import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { bookingIn } from "./slip-code.ts";

test("A slip's code finds its booking, with whatever a scanner put around it, and nothing else does", async () => {
  const code = "K5Q4FzI_a_DV-O70W81RCQ";
  const booking = createHash("sha256").update(code).digest("hex");
  assert.equal(await bookingIn(code), booking);
  assert.equal(await bookingIn(` http://gate/queue/${code}\n`), booking);
  assert.equal(await bookingIn(code.slice(1)), undefined);
  assert.equal(await bookingIn(""), undefined);
});
