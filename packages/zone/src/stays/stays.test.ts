import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { calendarOf } from "../calendar/calendar.ts";
import { dayNumber, instantMs } from "../calendar/legal-day.ts";
import { ZoneFileError } from "../zones/fields.ts";
import { stayCases } from "./cases.ts";
import { entryStanding } from "./standing.ts";
import { readStayTerms, type StayTerms } from "./terms.ts";
import { type Movement, visitsOf } from "./visits.ts";

const kz = calendarOf("kz", "Asia/Almaty", dayNumber("2023-01-01"), dayNumber("2026-12-31"));
const cn = calendarOf("cn", "Asia/Shanghai", dayNumber("2023-01-01"), dayNumber("2026-12-31"));
const thirty: StayTerms = { side: "kz", clock: "legal_days", perVisit: 30 };

function moves(...texts: readonly string[]): readonly Movement[] {
  return texts.map((text, index) => {
    const [direction, at] = text.split(" ") as ["in" | "out", string];
    return { entry: index + 1, direction, gate: "KZ-1", atMs: instantMs(at) };
  });
}

const cases = (terms: StayTerms, at: string, ...texts: readonly string[]) =>
  stayCases(terms, kz, moves(...texts), instantMs(at));

describe("Cases of stays", () => {
  test("are none while the thirtieth day lasts", () => {
    assert.deepEqual(cases(thirty, "2025-06-30T23:59+05:00", "in 2025-06-01T23:59+05:00"), []);
  });

  test("say an overstay that goes on with the entry that began it", () => {
    assert.deepEqual(cases(thirty, "2025-07-02T10:00+05:00", "in 2025-06-01T09:00+05:00"), [
      { kind: "overstay", limit: "per-visit", daysOver: 2, isInside: true, entries: [1] },
    ]);
  });

  test("say an overstay that is over with both entries", () => {
    assert.deepEqual(
      cases(thirty, "2025-08-01T10:00+05:00", "in 2025-06-01T09:00+05:00", "out 2025-07-01T00:00+05:00"),
      [{ kind: "overstay", limit: "per-visit", daysOver: 1, isInside: false, entries: [1, 2] }],
    );
  });

  test("say a missing exit by the two entries around it and never as an overstay", () => {
    assert.deepEqual(
      cases(thirty, "2025-09-01T10:00+05:00", "in 2025-06-01T09:00+05:00", "in 2025-08-25T09:00+05:00"),
      [{ kind: "missing-exit", entries: [1, 2] }],
    );
  });

  test("say a missing entry by the exit and what was before it", () => {
    const first = "in 2025-06-01T09:00+05:00";
    const [out, again] = ["out 2025-06-02T09:00+05:00", "out 2025-06-03T09:00+05:00"];
    assert.deepEqual(cases(thirty, "2025-09-01T10:00+05:00", first, out, again), [
      { kind: "missing-entry", entries: [2, 3] },
    ]);
    assert.deepEqual(cases(thirty, "2025-09-01T10:00+05:00", out), [{ kind: "missing-entry", entries: [1] }]);
  });

  test("name every visit that filled the window, and none that had left it", () => {
    const terms: StayTerms = { side: "kz", clock: "legal_days", window: { days: 5, within: 10 } };
    const found = cases(
      terms,
      "2025-06-20T12:00+05:00",
      "in 2025-05-01T09:00+05:00",
      "out 2025-05-03T09:00+05:00",
      "in 2025-06-10T09:00+05:00",
      "out 2025-06-12T09:00+05:00",
      "in 2025-06-15T09:00+05:00",
      "out 2025-06-17T09:00+05:00",
    );
    assert.deepEqual(found, [
      { kind: "overstay", limit: "window", daysOver: 1, isInside: false, entries: [3, 4, 5, 6] },
    ]);
  });

  test("go by the numbers of the entries when a clock was wrong", () => {
    const [entered, left] = moves("in 2025-06-02T09:00+05:00", "out 2025-06-01T09:00+05:00");
    assert.deepEqual(visitsOf([left!, entered!]).visits, [{ entered, left }]);
    assert.deepEqual(stayCases(thirty, kz, [left!, entered!], instantMs("2025-06-03T00:00Z")), []);
  });
});

describe("The standing of an entry", () => {
  const standing = (terms: StayTerms, at: string, ...texts: readonly string[]) =>
    entryStanding(terms, terms.side === "cn" ? cn : kz, visitsOf(moves(...texts)).visits, instantMs(at));

  test("ends the stay at the two sides' own midnights", () => {
    const at = "2025-06-01T18:30:00Z";
    assert.equal(standing(thirty, at).endsAtMs, instantMs("2025-07-01T00:00+05:00"));
    assert.equal(standing({ ...thirty, side: "cn" }, at).endsAtMs, instantMs("2025-07-02T00:00+08:00"));
  });

  test("counts 24 hours where the law does, over the day of 25 hours as well", () => {
    const terms: StayTerms = { side: "kz", clock: "hours_24", perVisit: 1 };
    assert.equal(standing(terms, "2024-02-29T00:00+06:00").endsAtMs, instantMs("2024-02-29T23:00+05:00"));
  });

  test("closes at the last entry of the year and opens on New Year's Day", () => {
    const terms: StayTerms = { side: "kz", clock: "legal_days", entries: { most: 2, per: "legal_year" } };
    const twice = [
      "in 2024-12-31T23:00+05:00",
      "out 2025-01-01T01:00+05:00",
      "in 2025-02-01T09:00+05:00",
      "out 2025-02-01T10:00+05:00",
    ];
    assert.equal(standing(terms, "2025-03-01T09:00+05:00", ...twice).entriesLeft, 1);
    const { closed } = standing(
      terms,
      "2025-03-02T09:00+05:00",
      ...twice,
      "in 2025-03-01T09:00+05:00",
      "out 2025-03-01T10:00+05:00",
    );
    assert.deepEqual(closed, [{ limit: "entries", opensAtMs: instantMs("2026-01-01T00:00+05:00") }]);
  });

  test("keeps the cool-off in whole days between exit and entry", () => {
    const terms: StayTerms = { side: "kz", clock: "legal_days", coolOff: 2 };
    const visit = ["in 2025-06-08T09:00+05:00", "out 2025-06-10T23:59+05:00"] as const;
    assert.deepEqual(standing(terms, "2025-06-12T23:59+05:00", ...visit).closed, [
      { limit: "cool-off", opensAtMs: instantMs("2025-06-13T00:00+05:00") },
    ]);
    assert.deepEqual(standing(terms, "2025-06-13T00:00+05:00", ...visit).closed, []);
  });

  test("tells the days left in the window and the limit that ends the stay first", () => {
    const terms: StayTerms = { side: "kz", clock: "legal_days", perVisit: 30, window: { days: 90, within: 180 } };
    const visits = [
      ...["in 2025-01-01T09:00+05:00", "out 2025-01-30T09:00+05:00"],
      ...["in 2025-02-01T09:00+05:00", "out 2025-03-02T09:00+05:00"],
      ...["in 2025-04-01T09:00+05:00", "out 2025-04-20T09:00+05:00"],
    ];
    const { windowDaysLeft, endsBy, endsAtMs } = standing(terms, "2025-05-01T09:00+05:00", ...visits);
    assert.deepEqual({ windowDaysLeft, endsBy }, { windowDaysLeft: 10, endsBy: "window" });
    assert.equal(endsAtMs, instantMs("2025-05-11T00:00+05:00"));
  });
});

describe("Terms of stays", () => {
  const figures: Readonly<Record<string, number>> = {
    stay_days_max: 30,
    window_days_max: 90,
    window_days: 180,
    entries_max: 12,
  };
  const figureOf = (name: string): number | undefined => figures[name];
  const file = (terms: unknown) => ({ stays: { "khorgos/kz/arrival": terms } });
  const read = (terms: unknown) => readStayTerms(file(terms), "khorgos/kz/arrival", figureOf);

  test("are read from the zone's file, their figures from the rulebook", () => {
    assert.deepEqual(
      read({
        side: "KZ",
        clock: "legal_days",
        per_visit: "stay_days_max",
        window: { days: "window_days_max", within: "window_days" },
        entries: { most: "entries_max", per: "legal_year" },
      }),
      {
        side: "kz",
        clock: "legal_days",
        perVisit: 30,
        window: { days: 90, within: 180 },
        entries: { most: 12, per: "legal_year" },
      },
    );
  });

  test("limit nothing by a figure that is unknown on the day", () => {
    const unknown = {
      side: "KZ",
      clock: "hours_24",
      per_visit: "nobody_knows",
      entries: { most: "nor_this", per: "legal_year" },
    };
    assert.deepEqual(read(unknown), { side: "kz", clock: "hours_24" });
  });

  test("with another clock or period are refused by the field's path", () => {
    assert.throws(
      () => read({ side: "KZ", clock: "moon" }),
      (error) => error instanceof ZoneFileError && /clock/.test(error.path),
    );
    assert.throws(
      () => read({ side: "KZ", clock: "hours_24", entries: { most: "entries_max", per: "decade" } }),
      ZoneFileError,
    );
  });
});
