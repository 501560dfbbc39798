import assert from "node:assert/strict";
import { test } from "node:test";
import { readLaw } from "../../../law-files.ts";
import { visitorPage } from "../visitor-page.ts";
import { type Asked, askEntry } from "./ask-law.ts";
import { EVERYONE } from "./entry-law.ts";
import { visitorLaw } from "./visitor-law.ts";

const { zone, rulebooks } = readLaw("khorgos");
const dayOf = (day: string): number =>
  Temporal.PlainDate.from("1970-01-01").until(Temporal.PlainDate.from(day), { largestUnit: "days" }).days;
const lawOn = (day: string) => visitorLaw(zone, rulebooks, dayOf(day));
const side = (day: string, name: string) => lawOn(day).sides.find(({ books }) => books.side.side === name)!;

test("The page says what the rules say of that day, not what they say today", () => {
  const limitsOn = (day: string) => side(day, "kz").carry.limits.map(({ cap, unit, period }) => [cap, unit, period]);
  assert.deepEqual(limitsOn("2026-06-01"), [
    [500_00, "EUR", "month"],
    [25_000, "g", "month"],
  ]);
  assert.deepEqual(limitsOn("2023-06-01"), [
    [1_000_00, "EUR", "month"],
    [31_000, "g", "month"],
  ]);
  const suresOn = (day: string) => side(day, "kz").carry.limits.map(({ source }) => source.confidence);
  assert.deepEqual(
    [suresOn("2023-06-01"), suresOn("2026-06-01")],
    [
      ["medium", "medium"],
      ["high", "high"],
    ],
  );
  const card = (day: string) =>
    side(day, "cn")
      .entry.groups.flatMap(({ rows }) => rows)
      .find(({ label }) => label.en === "Chinese identity card")?.accepted;
  assert.deepEqual([card("2014-06-01"), card("2026-06-01")], ["yes", "no"]);
});

test("What holds for everyone is said once, and the surest first", () => {
  const { groups } = side("2026-06-01", "cn").entry;
  assert.deepEqual(
    groups.map(({ who }) => who),
    [EVERYONE, "CN", "KZ"],
  );
  assert.equal(groups[0]?.rows[0]?.label.en, "passport");
  const told = groups.flatMap(({ rows }) => rows.map(({ label }) => label.en));
  assert.equal(new Set(told).size, told.length);
});

test("The age of minors and the longest stay are those that the rules let through", () => {
  for (const name of ["cn", "kz"]) {
    const { entry } = side("2026-06-01", name);
    assert.deepEqual([entry.minorAge, entry.stayDays], [16, 30]);
  }
});

test("A stay is promised to nobody who is refused, and to whom an officer must see only if admitted", () => {
  const stayOf = (name: string, asked: Asked) => {
    const { verdict, reasons } = askEntry(side("2026-06-01", name).books, asked);
    return [verdict, reasons.find(({ rule }) => rule === "stay_days_allowed")?.text.en];
  };
  for (const name of ["cn", "kz"]) {
    const adult = { kind: "passport", nationality: "KZ", age: 30 };
    assert.deepEqual(stayOf(name, adult), [
      "admit",
      "Visa-free stay of up to 30 days on this entry, the day of entry included.",
    ]);
    assert.deepEqual(stayOf(name, { ...adult, age: 9 }), [
      "refer",
      "If admitted: visa-free stay of up to 30 days, the day of entry included.",
    ]);
  }
  const refused = ["refuse", "Entry is refused: no stay begins."];
  assert.deepEqual(stayOf("cn", { kind: "id_card_cn", nationality: "CN", age: 41 }), refused);
});

test("A closure to come is told with its last day, and the day on which the page is out of date", () => {
  const law = lawOn("2026-01-10");
  const [newest] = law.sides[0]!.opening.closures;
  assert.deepEqual([newest?.from, newest?.until], [dayOf("2026-02-16"), dayOf("2026-03-02")]);
  assert.equal(law.changes, dayOf("2026-02-16"));
  assert.equal(side("2026-02-20", "cn").opening.state, "closed");
});

test("A figure that nobody knows is told as unknown, with its source", () => {
  const [first] = side("2026-06-01", "kz").questions;
  assert.deepEqual([first?.label.en, first?.isUnknown], ["euro for one yuan", true]);
  assert.ok((first?.source.cites.length ?? 0) > 0);
});

test("The page is markup in every language, with its law in it and no value unwritten", () => {
  const law = lawOn("2026-06-01");
  for (const locale of ["zh", "kk", "ru", "en"] as const)
    for (const name of ["cn", "kz"]) {
      const { markup } = visitorPage(law, name, locale).body;
      assert.doesNotMatch(markup, /undefined|NaN|\[object|\{\w+\}/);
      assert.match(markup, /8[\u00a0,]000/);
    }
});
