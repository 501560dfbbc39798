import assert from "node:assert/strict";
import { test } from "node:test";
import { dayNumber } from "@twinline/zone";
import { loadZone } from "../zones/load-zone.ts";
import { readDocument } from "./document.ts";
import { presentTraveller } from "./present.ts";

const zone = loadZone("khorgos");

/** A Kazakh card whose zone holds every check digit of ICAO 9303, with this IIN in its optional data. */
function cardOf(first: string, second: string) {
  const mrz = [first, second, "IVANOVA<<AIGUL<<<<<<<<<<<<<<<<"];
  return presentTraveller(readDocument({ mrz }, { zone, day: dayNumber("2026-11-22") }, "/document"));
}

test("the officer reads what to look at on the document: an IIN that fails its check, or tells of somebody else", () => {
  const sound = cardOf("IDKAZ0123456809900101412374<<<", "9001011F3001019KAZ<<<<<<<<<<<6");
  assert.deepEqual([sound.documentKind, sound.notes], ["id_card_kz", undefined]);
  const unsound = cardOf("IDKAZ0123456898900101412365<<<", "9001011F3001019KAZ<<<<<<<<<<<4");
  assert.match(unsound.notes?.[0]?.en ?? "", /fails its own check/);
  assert.deepEqual(Object.keys(unsound.notes![0]!).sort(), ["en", "kk", "ru", "zh"]);
  const another = cardOf("IDKAZ0123456809910101412376<<<", "9001011F3001019KAZ<<<<<<<<<<<1");
  assert.match(another.notes?.[0]?.en ?? "", /another date of birth or sex/);
});
