import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { createActionGuard, QUIET_MS } from "./action-guard.ts";
import { characterOf, type KeyStroke } from "./key-strokes.ts";
import { isMrz } from "./mrz-shape.ts";
import { createScanDetector, KEY_GAP_MAX_MS, KEYS_MIN, LINE_GAP_MAX_MS } from "./scan-detector.ts";

const passport = ["P<KAZSAMPLE<<AIGERIM<<<<<<<<<<<<<<<<<<<<<<<<", "N135792464KAZ9103144F310822891031440000<<<20"];
const card = ["I<KAZ1234567890<<<<<<<<<<<<<<<", "9103144F3108228KAZ<<<<<<<<<<<0", "SAMPLE<<AIGERIM<<<<<<<<<<<<<<<"];

function strokeOf(character: string, at: number): KeyStroke {
  if (character === "\n") return { code: "Enter", key: "Enter", shift: false, at };
  if (character === "<") return { code: "Comma", key: "<", shift: true, at };
  if (/\d/.test(character)) return { code: `Digit${character}`, key: character, shift: false, at };
  const upper = character.toUpperCase();
  return { code: `Key${upper}`, key: character, shift: character === upper, at };
}

/** Types a text with one gap between keys and tells what reached the page and what was read. */
function type(text: string, gap: number, start = 10_000) {
  const detector = createScanDetector();
  let at = start;
  let reachedPage = "";
  const scans: (readonly string[])[] = [];
  for (const character of text) {
    at += gap;
    const effect = detector.press(strokeOf(character, at));
    if (!effect.swallow) reachedPage += character;
    if (effect.began) reachedPage = "";
    if (effect.scan) scans.push(effect.scan);
  }
  const rest = detector.settle(at + LINE_GAP_MAX_MS + 1);
  if (rest) scans.push(rest);
  return { reachedPage, scans };
}

describe("a scan", () => {
  test("of a passport or a card is read whole and nothing of it stays on the page", () => {
    for (const lines of [passport, card]) {
      const { reachedPage, scans } = type(`${lines.join("\n")}\n`, 4);
      assert.deepEqual(scans, [lines]);
      assert.equal(reachedPage, "");
      assert.ok(isMrz(scans[0]!));
    }
  });

  test("never lets an Enter through, at any reader's speed and with any document", () => {
    const line = fc.stringMatching(/^[A-Z0-9<]{6,44}$/);
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: KEY_GAP_MAX_MS }),
        (lines, gap) => {
          const { reachedPage, scans } = type(`${lines.join("\n")}\n`, gap);
          assert.doesNotMatch(reachedPage, /\n/);
          assert.equal(scans.flat().join("\n"), lines.join("\n"));
        },
      ),
    );
  });

  test("of a short code is one too when its Enter comes as fast", () => {
    assert.deepEqual(type("A17\n", 5), { reachedPage: "", scans: [["A17"]] });
  });

  test("that ends each line twice presses nothing with the second end", () => {
    const { reachedPage, scans } = type(`${passport.join("\n")}\n\n`, 4);
    assert.equal(reachedPage, "");
    assert.deepEqual(scans, [passport]);
  });

  test("keeps its first characters when the machine was busy after them", () => {
    const detector = createScanDetector();
    const lines: (readonly string[])[] = [];
    let at = 10_000;
    for (const [index, character] of [...`${passport.join("\n")}\n`].entries()) {
      at += index === 2 ? LINE_GAP_MAX_MS - 10 : 4;
      const { scan } = detector.press(strokeOf(character, at));
      if (scan) lines.push(scan);
    }
    assert.deepEqual(lines, [passport]);
  });

  test("whose keys a busy machine brings after the clock had ended it is read again, whole", () => {
    for (const lines of [passport, card]) {
      for (const cut of [KEYS_MIN, KEYS_MIN + 1, 40, 60]) {
        const detector = createScanDetector();
        const strokes = [...`${lines.join("\n")}\n`].map((character, at) => strokeOf(character, 10_000 + at * 4));
        for (const stroke of strokes.slice(0, cut)) detector.press(stroke);
        assert.ok(detector.settle(10_000 + cut * 4 + LINE_GAP_MAX_MS));
        const effects = strokes.slice(cut).map((stroke) => detector.press(stroke));
        assert.ok(effects.every(({ swallow }) => swallow));
        assert.deepEqual(effects.at(-1)?.scan, lines);
      }
    }
  });

  test("that the clock ended is over for a key that was pressed later", () => {
    const detector = createScanDetector();
    for (const [at, character] of [...passport[0]!].entries()) detector.press(strokeOf(character, 10_000 + at * 4));
    const last = 10_000 + (passport[0]!.length - 1) * 4;
    assert.ok(detector.settle(last + LINE_GAP_MAX_MS + 1));
    assert.deepEqual(detector.press(strokeOf("a", last + LINE_GAP_MAX_MS + 1)), { swallow: false });
  });

  test("without an end is read after a silence", () => {
    assert.deepEqual(type(card[0]!, 4).scans, [[card[0]]]);
  });

  test("follows another at once without mixing with it", () => {
    const { scans } = type(`${passport.join("\n")}\n${card.join("\n")}\n`, 4);
    assert.deepEqual(scans, [passport, card]);
  });
});

describe("a hand", () => {
  test("is left alone at any speed that a hand has", () => {
    const text = fc.stringMatching(/^[A-Za-z0-9]{1,20}\n$/);
    fc.assert(
      fc.property(text, fc.integer({ min: KEY_GAP_MAX_MS + 1, max: 400 }), (typed, gap) => {
        assert.deepEqual(type(typed, gap), { reachedPage: typed, scans: [] });
      }),
    );
  });

  test("may roll over two or three keys", () => {
    const detector = createScanDetector();
    const at = [0, 30, 55, 200, 230, 500, 600];
    const effects = [..."N13579\n"].map((character, index) => detector.press(strokeOf(character, at[index]!)));
    assert.ok(effects.every((effect) => !effect.swallow && effect.scan === undefined));
    assert.ok(at.length > KEYS_MIN);
  });
});

describe("a reader's character", () => {
  test("is told by the key's place under any layout", () => {
    assert.equal(characterOf({ code: "KeyP", key: "З", shift: true, at: 0 }), "P");
    assert.equal(characterOf({ code: "Comma", key: "Б", shift: true, at: 0 }), "<");
    assert.equal(characterOf({ code: "KeyN", key: "Process", shift: true, at: 0 }), "N");
    assert.equal(characterOf({ code: "Comma", key: "<", shift: false, at: 0 }), "<");
    assert.equal(characterOf({ code: "KeyP", key: "p", shift: true, at: 0 }), "p");
    assert.equal(characterOf({ code: "", key: "q", shift: false, at: 0 }), "q");
    assert.equal(characterOf({ code: "F8", key: "F8", shift: false, at: 0 }), undefined);
  });
});

test("no action counts within the quiet time after a scan", () => {
  const guard = createActionGuard();
  assert.ok(guard.allows(0));
  guard.hold(1_000);
  assert.equal(guard.allows(1_000 + QUIET_MS - 1), false);
  assert.ok(guard.allows(1_000 + QUIET_MS));
});
