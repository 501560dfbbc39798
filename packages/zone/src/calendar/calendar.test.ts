import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { boundsOf, CalendarError, calendarOf, legalDayAt } from "./calendar.ts";
import { dayNumber, dayText, instantMs } from "./legal-day.ts";
import { periodStart } from "./period.ts";

const almaty = calendarOf("kz", "Asia/Almaty", dayNumber("2023-01-01"), dayNumber("2025-12-31"));
const shanghai = calendarOf("cn", "Asia/Shanghai", dayNumber("2023-01-01"), dayNumber("2025-12-31"));
const HOUR = 3_600_000;

describe("The legal day", () => {
  test("is another one on the two sides at one instant", () => {
    const at = instantMs("2024-06-15T18:30:00Z");
    assert.equal(dayText(legalDayAt(almaty, at)), "2024-06-15");
    assert.equal(dayText(legalDayAt(shanghai, at)), "2024-06-16");
  });

  test("of 29 February 2024 in Almaty is 25 hours long", () => {
    const bounds = boundsOf(almaty, dayNumber("2024-02-29"))!;
    assert.equal(bounds.endsAt - bounds.startsAt, 25 * HOUR);
    assert.equal(dayText(legalDayAt(almaty, instantMs("2024-02-29T18:30:00Z"))), "2024-02-29");
    assert.equal(dayText(legalDayAt(almaty, instantMs("2024-02-29T18:59:59.999Z"))), "2024-02-29");
    assert.equal(dayText(legalDayAt(almaty, instantMs("2024-02-29T19:00:00Z"))), "2024-03-01");
  });

  test("begins and ends where the calendar says, to the millisecond", () => {
    const { startsAt, endsAt } = boundsOf(shanghai, dayNumber("2025-03-01"))!;
    assert.equal(dayText(legalDayAt(shanghai, startsAt)), "2025-03-01");
    assert.equal(dayText(legalDayAt(shanghai, startsAt - 1)), "2025-02-28");
    assert.equal(dayText(legalDayAt(shanghai, endsAt - 1)), "2025-03-01");
    assert.equal(dayText(legalDayAt(shanghai, endsAt)), "2025-03-02");
  });

  test("outside the signed days is refused, at both ends", () => {
    assert.throws(() => legalDayAt(almaty, instantMs("2022-12-31T17:59:59Z")), CalendarError);
    assert.equal(dayText(legalDayAt(almaty, instantMs("2022-12-31T18:00:00Z"))), "2023-01-01");
    assert.equal(dayText(legalDayAt(almaty, instantMs("2025-12-31T18:59:59Z"))), "2025-12-31");
    assert.throws(() => legalDayAt(almaty, instantMs("2025-12-31T19:00:00Z")), CalendarError);
  });

  test("agrees with the zone's own clock at every instant", () => {
    const first = instantMs("2023-01-01T00:00:00Z");
    fc.assert(
      fc.property(fc.integer({ min: first, max: first + 1_000 * 24 * HOUR }), (atMs) => {
        const clock = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO("Asia/Almaty");
        assert.equal(dayText(legalDayAt(almaty, atMs)), clock.toPlainDate().toString());
      }),
    );
  });
});

test("Periods begin on the day, the Monday, the first of the month and of the year", () => {
  const day = dayNumber("2024-02-29");
  assert.equal(dayText(periodStart("legal_day", day)), "2024-02-29");
  assert.equal(dayText(periodStart("legal_week", day)), "2024-02-26");
  assert.equal(dayText(periodStart("legal_month", day)), "2024-02-01");
  assert.equal(dayText(periodStart("legal_year", day)), "2024-01-01");
});
