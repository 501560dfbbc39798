import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFrontier, verifyCheckpoint } from "@twinline/journal";
import { verifySignature } from "@twinline/journal/node";
import { memorySecrets } from "../secrets.ts";
import { freshDatabase } from "../testing/template.ts";
import { foundHead } from "../writer/head.ts";
import { CHECKPOINT_ENTRIES, Checkpoints } from "./checkpoints.ts";
import { journalSigner } from "./journal-key.ts";

const origin = "twinline/test/cn";
const PEAK = "ab".repeat(32);

test("A checkpoint is signed at once when a thousand entries have come, not one earlier, and its note verifies", async () => {
  await using fresh = await freshDatabase();
  await foundHead(fresh.owner, origin);
  const signer = journalSigner({ zone: "test", side: "cn", secrets: memorySecrets() });
  const checkpoints = new Checkpoints(fresh.database, origin, signer, () => Temporal.Now.instant());
  assert.equal(await checkpoints.sign(), undefined, "An empty journal has no head to sign");
  // 1,024 leaves make a tree with one peak.
  const size = 1_024;
  assert.equal(parseFrontier(`${size} ${PEAK}`).peaks.length, 1);
  await fresh.owner.query("update head set number = $1, frontier = $2", [size, `${size} ${PEAK}`]);
  checkpoints.grown(CHECKPOINT_ENTRIES - 1);
  assert.equal(await checkpoints.newest(), undefined);
  checkpoints.grown(CHECKPOINT_ENTRIES);
  const signed = await checkpoints.covering(size);
  assert.equal(signed.size, size);
  const { checkpoint, signers } = await verifyCheckpoint(signed.note, [signer.key], verifySignature);
  assert.deepEqual([checkpoint.origin, checkpoint.size, signers.length], [origin, size, 1]);
  await assert.rejects(checkpoints.covering(size + 1), /the journal is shorter/);
  await checkpoints.close();
});
