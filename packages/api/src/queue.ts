import { type Static, Type } from "typebox";
import { Day, Instant } from "./codes.ts";
import { Reason } from "./passages.ts";
import { Receipt } from "./receipts.ts";
import { SecondToken } from "./recorded.ts";

/** Bounds of the queue's requests. */
export const LANES_PER_SHIFT_MAX = 200;
export const STAFF_PER_SHIFT_MAX = 2_000;
export const CALLED_AT_ONCE_MAX = 100;
export const STATEMENT_CHARS_MAX = 200_000;
export const HS_CHAPTER_MAX = 97;

/** Name of a booking: SHA-256 of the code that the driver holds. */
const BookingId = Type.String({ pattern: "^[0-9a-f]{64}$" });
export const BookingParams = Type.Object({ booking: BookingId });
const Code = Type.String({ pattern: "^[A-Za-z0-9_-]{22}$", description: "Code on the driver's slip" });

/** POST /api/queue/driver/place: a body, for an address is kept by whatever stands between. */
export const PlaceCode = Type.Object({ code: Code }, { additionalProperties: false });
export type PlaceCode = Static<typeof PlaceCode>;

/** One quarter of an hour. Without the word of one side it has no size: the slot does not exist. */
export const QueueSlot = Type.Object({
  at: Instant,
  own: Type.Optional(Type.Integer({ description: "What this side takes" })),
  peer: Type.Optional(Type.Integer({ description: "What the other side takes" })),
  closed: Type.Boolean(),
  size: Type.Integer(),
  booked: Type.Integer({ description: "Held by bookings that were not called yet" }),
  live: Type.Integer({ description: "Held by the live queue" }),
  called: Type.Integer({ description: "Called to the gate in this quarter" }),
});
export type QueueSlot = Static<typeof QueueSlot>;

const PlaceState = Type.Union([
  Type.Literal("booked"),
  Type.Literal("waiting"),
  Type.Literal("called"),
  Type.Literal("passed"),
  Type.Literal("cancelled"),
  Type.Literal("no_show"),
]);

export const QueueRow = Type.Object({
  booking: BookingId,
  plate: Type.String({ description: "From the vault; empty once destroyed" }),
  country: Type.String(),
  vinTail: Type.String({ description: "Last characters of the VIN; empty once destroyed" }),
  mode: Type.Union([Type.Literal("booked"), Type.Literal("live")]),
  byDriver: Type.Optional(Type.Boolean({ description: "Booked by the driver, who showed no papers" })),
  state: PlaceState,
  load: Type.String({ description: "Code of the rulebook" }),
  priority: Type.String({ description: "Code of the rule that puts it first; none" }),
  slot: Type.Optional(Instant),
  promised: Type.Optional(Type.Unsafe<string>({ ...Instant, description: "Slot before the road moved it" })),
  expectedAt: Type.Optional(
    Type.Unsafe<string>({ ...Instant, description: "When it will be called, by the live pace" }),
  ),
  ahead: Type.Optional(Type.Integer({ description: "Vehicles before it" })),
  moves: Type.Integer(),
  why: Type.Optional(Type.String()),
  arrivedAt: Type.Optional(Instant),
  calledAt: Type.Optional(Instant),
  passedAt: Type.Optional(Instant),
  overtook: Type.Integer(),
});
export type QueueRow = Static<typeof QueueRow>;

/** What a side entered for a span; the other side's is its own signed entry. */
export const QueueShift = Type.Object({
  side: Type.String(),
  from: Instant,
  until: Instant,
  lanes: Type.Integer(),
  staff: Type.Integer(),
  staffPerLane: Type.Integer(),
  perLane: Type.Integer(),
  capacity: Type.Integer({ description: "Vehicles in a quarter of an hour" }),
  entry: Type.Integer(),
});
export type QueueShift = Static<typeof QueueShift>;

/** GET /api/queue?day: the slots and vehicles of a legal day. */
export const QueueDay = Type.Object({
  asOf: Instant,
  day: Day,
  slots: Type.Array(QueueSlot),
  rows: Type.Array(QueueRow),
  total: Type.Integer(),
  waiting: Type.Integer(),
  unplaced: Type.Integer(),
  pace: Type.Integer({ description: "Called in the last full hour of what was planned, per mille" }),
  /** Mean wait of the coming hour by the model M/M/c, minutes; absent when there is nothing to reckon with or it grows. */
  forecastMinutes: Type.Optional(Type.Integer()),
  shifts: Type.Array(QueueShift),
  ownKey: Type.String({ description: "Verifier key of this journal, for the other side to compare" }),
  peerOrigin: Type.String(),
  peerKey: Type.Optional(Type.String()),
  may: Type.Array(Type.String()),
});
export type QueueDay = Static<typeof QueueDay>;

/** GET /api/queue?day; today when it is absent. */
export const QueueQuestion = Type.Object({ day: Type.Optional(Day) });
export type QueueQuestion = Static<typeof QueueQuestion>;

/** POST /api/queue/shifts: this side's word. With `preview` nothing is recorded. */
export const ShiftSet = Type.Object(
  {
    from: Instant,
    until: Instant,
    lanes: Type.Integer({ minimum: 0, maximum: LANES_PER_SHIFT_MAX }),
    staff: Type.Integer({ minimum: 0, maximum: STAFF_PER_SHIFT_MAX }),
    staffPerLane: Type.Integer({ minimum: 1, maximum: 20 }),
    perLane: Type.Integer({ minimum: 0, maximum: 60 }),
    preview: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type ShiftSet = Static<typeof ShiftSet>;

export const RoadClose = Type.Object(
  {
    from: Instant,
    until: Instant,
    close: Type.Boolean({ description: "false opens it again" }),
    why: Type.String({ pattern: "^[a-z_]{1,40}$" }),
    preview: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type RoadClose = Static<typeof RoadClose>;

/** What a change of slots does to those who hold them; the answer of a preview has no receipt. */
export const QueuePlan = Type.Object({
  outcome: Type.Union([Type.Literal("done"), Type.Literal("refused")]),
  reason: Type.String(),
  receipt: Type.Optional(Receipt),
  moves: Type.Array(
    Type.Object({
      booking: BookingId,
      plate: Type.String(),
      country: Type.String(),
      from: Type.Optional(Instant),
      to: Type.Optional(Type.Unsafe<string>({ ...Instant, description: "Absent while there is no slot for it" })),
    }),
  ),
  unplaced: Type.Integer(),
});
export type QueuePlan = Static<typeof QueuePlan>;

/** An entry of the other side's journal with its receipt, as GET /api/queue/statements/:number gives it there. */
export const ShiftStatement = Type.Object(
  {
    receipt: Receipt,
    prev: Type.String({ pattern: "^[0-9a-f]{64}$" }),
    body: Type.String({ maxLength: STATEMENT_CHARS_MAX }),
  },
  { additionalProperties: false },
);
export type ShiftStatement = Static<typeof ShiftStatement>;

/** POST /api/queue/peer: the other side's journal key, compared in person by two officers. */
export const PeerTrust = Type.Object(
  { key: Type.String({ minLength: 20, maxLength: 400 }), second: Type.Optional(SecondToken) },
  { additionalProperties: false },
);
export type PeerTrust = Static<typeof PeerTrust>;

/** POST /api/queue/bookings. There is no field for a priority: the rules give it by the load. */
export const QueueBook = Type.Object(
  {
    plate: Type.String({ minLength: 1, maxLength: 20 }),
    country: Type.String({ pattern: "^[A-Z]{2}$" }),
    vin: Type.String({ pattern: "^[A-HJ-NPR-Z0-9]{17}$" }),
    chapter: Type.Integer({ minimum: 0, maximum: HS_CHAPTER_MAX, description: "HS chapter, 0 without goods" }),
    slot: Type.Optional(Type.Unsafe<string>({ ...Instant, description: "Absent: the live queue" })),
  },
  { additionalProperties: false },
);
export type QueueBook = Static<typeof QueueBook>;

/** POST /api/queue/driver/bookings: as at the desk, without an officer and only a slot. */
export const DriverBook = Type.Object({ ...QueueBook.properties, slot: Instant }, { additionalProperties: false });
export type DriverBook = Static<typeof DriverBook>;

/** POST /api/queue/driver/changes: the holder of the code takes another slot, or cancels. */
export const DriverChange = Type.Object(
  { code: Code, to: Type.Optional(Type.Unsafe<string>({ ...Instant, description: "Absent: cancel" })) },
  { additionalProperties: false },
);
export type DriverChange = Static<typeof DriverChange>;

/** GET /api/queue/openings?day: the slots that a driver can still book. Public. */
export const QueueOpenings = Type.Object({
  asOf: Instant,
  day: Day,
  days: Type.Array(Type.Object({ day: Day, free: Type.Integer() })),
  slots: Type.Array(Type.Object({ at: Instant, free: Type.Integer() })),
});
export type QueueOpenings = Static<typeof QueueOpenings>;

export const BookingChange = Type.Object(
  { to: Type.Optional(Type.Unsafe<string>({ ...Instant, description: "Absent: cancel" })) },
  { additionalProperties: false },
);
export type BookingChange = Static<typeof BookingChange>;

export const QueueCall = Type.Object(
  { count: Type.Integer({ minimum: 1, maximum: CALLED_AT_ONCE_MAX }) },
  { additionalProperties: false },
);
export type QueueCall = Static<typeof QueueCall>;

/** What a command of the queue answers: the entry, and for a booking the driver's code. */
export const QueueAnswer = Type.Object({
  receipt: Receipt,
  outcome: Type.Union([Type.Literal("done"), Type.Literal("refused")]),
  reason: Type.String(),
  code: Type.Optional(Type.String({ description: "Code on the driver's slip; the journal has its hash only" })),
  slot: Type.Optional(Instant),
  called: Type.Optional(Type.Integer()),
  reasons: Type.Optional(Type.Array(Reason, { description: "To a driver: what the rules said, with provisions" })),
});
export type QueueAnswer = Static<typeof QueueAnswer>;

const Wait = Type.Object({
  median: Type.Integer(),
  ninetieth: Type.Integer(),
  longest: Type.Integer(),
  spread: Type.Array(Type.Integer()),
});

/** GET /api/queue/fairness?day: public, without plates. Waits in minutes; `steps` are the upper ends of `spread`. */
export const QueueFairness = Type.Object({
  day: Day,
  vehicles: Type.Integer(),
  booked: Type.Integer(),
  live: Type.Integer(),
  byDriver: Type.Integer({ description: "Of the booked, those that drivers booked by themselves" }),
  passed: Type.Integer(),
  noShows: Type.Integer(),
  cancelled: Type.Integer(),
  priority: Type.Integer(),
  overtaken: Type.Integer(),
  moved: Type.Integer(),
  steps: Type.Array(Type.Integer()),
  wait: Type.Optional(Wait),
  waitPriority: Type.Optional(Wait),
  waitOthers: Type.Optional(Wait),
  waitBooked: Type.Optional(Wait),
  waitLive: Type.Optional(Wait),
  waitByDriver: Type.Optional(Wait),
});
export type QueueFairness = Static<typeof QueueFairness>;

/** POST /api/queue/driver/place: what a driver may know of the own place; no plate, no name. */
export const QueuePlace = Type.Object({
  asOf: Instant,
  state: PlaceState,
  slot: Type.Optional(Instant),
  promised: Type.Optional(Instant),
  expectedAt: Type.Optional(Instant),
  ahead: Type.Optional(Type.Integer()),
  moves: Type.Integer(),
  why: Type.Optional(Type.String()),
  priority: Type.String(),
  may: Type.Optional(
    Type.Array(Type.String(), { description: "change, cancel: what the holder of the code may do now" }),
  ),
  changeUntil: Type.Optional(Type.Unsafe<string>({ ...Instant, description: "Changes are free until then" })),
  reasons: Type.Optional(Type.Array(Reason, { description: "What the rules say of the place, with provisions" })),
});
export type QueuePlace = Static<typeof QueuePlace>;
