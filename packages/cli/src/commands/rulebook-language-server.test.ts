import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { framed, MESSAGE_BYTES_MAX, readMessages } from "../language-server/framing.ts";

const MAIN = path.join(import.meta.dirname, "..", "main.ts");
const FILE = path.resolve(import.meta.dirname, "../../../../rulebooks/khorgos/cn/departure.yaml");
const uri = pathToFileURL(FILE).href;
const law = readFileSync(FILE, "utf8");

type Reply = { id?: number; method?: string; result?: never; params?: { diagnostics: Diagnostic[] } };
type Diagnostic = { code: string; severity: number; message: string; range: { start: Position } };
type Position = { line: number; character: number };

/** An editor in small: it starts the server over stdio, opens the law and asks. */
class Editor {
  readonly #child = spawn(process.execPath, [MAIN, "rulebook", "language-server"], { stdio: ["pipe", "pipe", "pipe"] });
  readonly #messages = readMessages(this.#child.stdout);
  #asked = 0;

  async ask<T>(method: string, params: object): Promise<T> {
    this.#asked += 1;
    const id = this.#asked;
    this.tell(method, params, id);
    const reply = await this.next((message) => message.id === id);
    return reply.result as T;
  }

  tell(method: string, params: object, id?: number): void {
    this.#child.stdin.write(framed({ jsonrpc: "2.0", ...(id === undefined ? {} : { id }), method, params }));
  }

  async next(wanted: (message: Reply) => boolean): Promise<Reply> {
    for (let found = await this.#messages.next(); !found.done; found = await this.#messages.next())
      if (wanted(found.value as Reply)) return found.value as Reply;
    throw new Error("The server ended");
  }

  /** Findings of a text that is typed in place of what was there. */
  async type(text: string): Promise<readonly Diagnostic[]> {
    this.tell("textDocument/didChange", { textDocument: { uri }, contentChanges: [{ text }] });
    return (await this.next(({ method }) => method === "textDocument/publishDiagnostics")).params!.diagnostics;
  }

  /** A test that failed half-way leaves no server behind. */
  [Symbol.dispose](): void {
    this.#child.kill();
  }

  async end(): Promise<number> {
    await this.ask("shutdown", {});
    this.tell("exit", {});
    const [code] = await once(this.#child, "exit");
    return code as number;
  }
}

/** Where a text stands in the law, `into` characters further. */
function placeOf(text: string, into = 0, within = law): Position {
  const at = within.indexOf(text);
  assert.ok(at >= 0, text);
  const before = within.slice(0, at + into).split("\n");
  return { line: before.length - 1, character: before.at(-1)!.length };
}

describe("An editor that speaks to the language server over stdio", () => {
  test("sees the findings of the loader where they are, and they go when the law holds again", async () => {
    using editor = new Editor();
    const { capabilities } = await editor.ask<{ capabilities: { hoverProvider: boolean } }>("initialize", {
      locale: "ru",
    });
    assert.equal(capabilities.hoverProvider, true);
    editor.tell("initialized", {});
    editor.tell("textDocument/didOpen", { textDocument: { uri, text: law } });
    const first = (await editor.next(({ method }) => method === "textDocument/publishDiagnostics")).params!.diagnostics;
    assert.ok(
      first.every(({ severity }) => severity === 2),
      "The law holds; what it does not know is a warning",
    );
    const broken = law.replace("is: stay_days > stay_days_max", "is: stay_days > stay_day_max");
    const [finding] = (await editor.type(broken)).filter(({ severity }) => severity === 1);
    assert.equal(finding?.code, "name/unknown");
    assert.match(finding!.message, /stay_days_max/);
    assert.deepEqual(finding!.range.start, placeOf("stay_day_max", 0, broken));
    assert.deepEqual(
      (await editor.type(law)).filter(({ severity }) => severity === 1),
      [],
    );
    assert.equal(await editor.end(), 0);
  });

  test("is told what a name means, its history with sources, and what a provision says", async () => {
    using editor = new Editor();
    await editor.ask("initialize", { locale: "ru" });
    editor.tell("textDocument/didOpen", { textDocument: { uri, text: law } });
    const hover = async (at: Position) => {
      const told = await editor.ask<{ contents: { value: string } } | null>("textDocument/hover", {
        textDocument: { uri },
        position: at,
      });
      return told?.contents.value.replaceAll("\u00a0", " ");
    };
    const figure = (await hover(placeOf("stay_days > stay_days_max", 14))) ?? "";
    assert.match(figure, /наибольший срок пребывания/);
    assert.match(figure, /2012.*30 — Характеристика центра, 2014 \(E2\), п\. 1/);
    assert.match((await hover(placeOf("E2_CENTRE/2", 3))) ?? "", /п\. 2\*\*\n\n.*checkpoint of entry/s);
    assert.match(
      (await hover(placeOf("\n  duty_free_today:", 6))) ?? "",
      /counter \(clamped\)|счётчик|sum of `duty_free`/,
    );
    assert.equal(await hover(placeOf("# Exit to China", 3)), undefined);
    await editor.end();
  });

  test("is offered names, codes and acts where each may stand, and is led to where a name is declared", async () => {
    using editor = new Editor();
    await editor.ask("initialize", {});
    const half = law.replace("is: stay_days > stay_days_max", "is: stay_days > ");
    editor.tell("textDocument/didOpen", { textDocument: { uri, text: half } });
    const labels = async (at: Position) => {
      const items = await editor.ask<{ label: string }[]>("textDocument/completion", {
        textDocument: { uri },
        position: at,
      });
      return items.map(({ label }) => label);
    };
    const names = await labels(placeOf("is: stay_days > ", 16, half));
    for (const name of ["stay_days_max", "duty_free_today", "goods_value", "tax_is_due", "round_half_up"])
      assert.ok(names.includes(name), name);
    assert.deepEqual((await labels(placeOf("source: E2_CENTRE/1", 8, half))).includes("E7_GH15"), true);
    assert.ok(!(await labels(placeOf("source: E2_CENTRE/1", 8, half))).includes("stay_days"));
    assert.ok((await labels(placeOf("{type: code watch", 12, half))).includes("goods_class"));
    assert.deepEqual(await labels(placeOf("rulebook: khorgos", 10, half)), []);
    const led = await editor.ask<{ uri: string; range: { start: Position } }>("textDocument/definition", {
      textDocument: { uri },
      position: placeOf("general_rates_at_centre then", 3, half),
    });
    assert.equal(led.uri, uri);
    assert.deepEqual(led.range.start, placeOf("\n  general_rates_at_centre:", 3, half));
    await editor.end();
  });

  test("is refused a message beyond the limit, and one that is no JSON", async () => {
    const stream = (text: string) =>
      (async function* () {
        yield Buffer.from(text);
      })();
    const read = async (text: string) => {
      for await (const _ of readMessages(stream(text)));
    };
    await assert.rejects(read(`Content-Length: ${MESSAGE_BYTES_MAX + 1}\r\n\r\n`), /at most/);
    await read(`Content-Length: ${MESSAGE_BYTES_MAX}\r\n\r\n`);
    await assert.rejects(read("Content-Length: 3\r\n\r\n{a}"), /no JSON/);
    await assert.rejects(read("x".repeat(5_000)), /head does not end/);
  });
});
