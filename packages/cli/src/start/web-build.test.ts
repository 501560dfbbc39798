import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { buildScreens, isStale } from "./web-build.ts";

/** A repository in small: two screens, of which the given ones are built; files are as old as they are written late. */
async function withRepository(built: readonly string[], work: (root: string) => Promise<void> | void): Promise<void> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "twinline-web-"));
  let age = 1_000;
  const write = (name: string) => {
    const file = path.join(root, "packages", name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, "");
    age += 1;
    fs.utimesSync(file, age, age);
  };
  try {
    for (const name of ["web/src/gate/index.html", "web/src/console/index.html", "zone/src/stay.ts"]) write(name);
    for (const name of built) write(`web/dist/${name}/index.html`);
    write("zone/src/stay.test.ts");
    write("web/node_modules/x/index.js");
    await work(root);
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}

const touch = (root: string, name: string) => fs.utimesSync(path.join(root, "packages", name), 9_000, 9_000);

test("Screens that are all there and newer than their sources are not built again", () =>
  withRepository(["gate", "console"], (root) => assert.equal(isStale(root), false)));

test("A missing screen, a changed screen and a changed rule make the screens stale", async () => {
  await withRepository(["gate"], (root) => assert.equal(isStale(root), true));
  for (const changed of ["web/src/gate/index.html", "zone/src/stay.ts"])
    await withRepository(["gate", "console"], (root) => {
      touch(root, changed);
      assert.equal(isStale(root), true, changed);
    });
});

test("Without any screen in the sources there is nothing to build", () =>
  withRepository([], (root) => {
    fs.rmSync(path.join(root, "packages", "web", "src"), { recursive: true });
    assert.equal(isStale(root), false);
  }));

test("A build that fails says what failed", () =>
  withRepository([], async (root) => {
    fs.writeFileSync(
      path.join(root, "packages", "web", "build.ts"),
      'export function buildWeb() { throw new Error("no vite"); }',
    );
    await assert.rejects(buildScreens(root), /Cannot build the screens: .*no vite/s);
  }));
