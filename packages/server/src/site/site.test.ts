import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { listeningApp } from "../testing/test-app.ts";
import { readSite } from "./files.ts";

const INLINE = 'document.title = "a"';

function builtSite() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "twinline-site-"));
  const write = (name: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };
  write("gate/index.html", `<p>gate</p><script>${INLINE}</script><script src="/gate/a.js"></script>`);
  write("gate/assets/app-AbCd1234.js", "a".repeat(5_000));
  write("visitor/zh/index.html", "<p>zh</p>");
  write("visitor/kk/index.html", "<p>kk</p>");
  write("visitor/kk/limits/index.html", "<p>kk limits</p>");
  const site = readSite(folder);
  fs.rmSync(folder, { recursive: true });
  return () => site;
}

test("A screen answers each of its addresses with its page, a missing file is not a page", async () => {
  await using door = await listeningApp({ site: builtSite() });
  for (const address of ["/gate", "/gate/", "/gate/passages/7"])
    assert.match(await (await fetch(`${door.url}${address}`)).text(), /<p>gate/);
  assert.equal((await fetch(`${door.url}/gate/assets/none.js`)).status, 404);
});

test("The root leads to the language that the browser asks for", async () => {
  await using door = await listeningApp({ site: builtSite() });
  const led = async (accepts: string) => {
    const response = await fetch(`${door.url}/`, { redirect: "manual", headers: { "accept-language": accepts } });
    assert.equal(response.status, 302);
    return response.headers.get("location");
  };
  assert.equal(await led("zh-CN,zh;q=0.9"), "/zh");
  assert.equal(await led("de, ru;q=0.3, kk;q=0.8"), "/kk");
  assert.equal(await led("de"), "/en");
  assert.equal(await led("zh;q=0, ru;q=0.1"), "/ru");
  assert.match(await (await fetch(`${door.url}/kk/limits`)).text(), /kk limits/);
  assert.match(await (await fetch(`${door.url}/zh`)).text(), /<p>zh/);
  const mistyped = await fetch(`${door.url}/zh/anything`, { redirect: "manual" });
  assert.deepEqual([mistyped.status, mistyped.headers.get("location")], [302, "/zh"]);
  assert.equal((await fetch(`${door.url}/zh/anything.js`)).status, 404);
});

test("A screen that was not built says so in four languages", async () => {
  await using door = await listeningApp({ site: builtSite() });
  const response = await fetch(`${door.url}/console`);
  assert.equal(response.status, 503);
  const page = await response.text();
  for (const language of ["zh", "kk", "ru", "en"]) assert.ok(page.includes(`lang="${language}"`));
});

test("Files with a hash in their name are kept for ever, pages are asked for again", async () => {
  await using door = await listeningApp({ site: builtSite() });
  const file = await fetch(`${door.url}/gate/assets/app-AbCd1234.js`);
  assert.match(file.headers.get("cache-control") ?? "", /immutable/);
  assert.equal(file.headers.get("content-encoding"), "gzip");
  assert.equal((await file.text()).length, 5_000);
  const page = await fetch(`${door.url}/gate`);
  assert.equal(page.headers.get("cache-control"), "no-cache");
  const again = await fetch(`${door.url}/gate`, { headers: { "if-none-match": page.headers.get("etag")! } });
  assert.equal(again.status, 304);
});

test("No path leads out of the folder", async () => {
  await using door = await listeningApp({ site: builtSite() });
  for (const path of [
    "/..%2f..%2fetc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd.txt",
    "/gate/..%2f..%2fpackage.json",
    "/%00.js",
  ])
    assert.ok([400, 404].includes((await fetch(`${door.url}${path}`)).status), path);
});

test("Only the inline scripts that are served may run", async () => {
  await using door = await listeningApp({ site: builtSite() });
  const policy = (await fetch(`${door.url}/gate`)).headers.get("content-security-policy") ?? "";
  const hash = createHash("sha256").update(INLINE).digest("base64");
  assert.ok(policy.includes(`script-src 'self' 'sha256-${hash}';`), policy);
});
