import { type Static, Type } from "typebox";
import { Day, Direction, Money, Texts, Verdict } from "./codes.ts";
import { GOODS_LINES_MAX, MASS_GRAMS_MAX, MRZ_LINES_MAX, VALUE_MINOR_MAX, VOLUME_ML_MAX } from "./limits.ts";
import { Receipt } from "./receipts.ts";
import { COVERS_MAX, SaleId } from "./sale-ids.ts";

/** What a reader or an officer's hand gives: the machine-readable zone, or the fields of a document that has none. */
export const DocumentInput = Type.Object(
  {
    mrz: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: MRZ_LINES_MAX })),
    kind: Type.Optional(
      Type.String({ maxLength: 40, description: "Document kind of the rulebook, when there is no MRZ" }),
    ),
    number: Type.Optional(Type.String({ maxLength: 40 })),
    nationality: Type.Optional(Type.String({ pattern: "^[A-Z]{2}$", description: "ISO 3166-1 alpha-2" })),
    name: Type.Optional(Type.String({ maxLength: 120 })),
    born: Type.Optional(Day),
    expires: Type.Optional(Day),
  },
  { additionalProperties: false },
);
export type DocumentInput = Static<typeof DocumentInput>;

export const GoodsLine = Type.Object(
  {
    hs: Type.String({ pattern: "^\\d{4,10}$", description: "Harmonized System heading, 4 to 10 digits" }),
    category: Type.String({ maxLength: 40, description: "Category of goods of the zone (GET /api/codes)" }),
    quantity: Type.Integer({ minimum: 1, maximum: 100_000 }),
    massGrams: Type.Integer({ minimum: 0, maximum: MASS_GRAMS_MAX }),
    valueMinor: Type.Integer({ minimum: 0, maximum: VALUE_MINOR_MAX, description: "Value of the line, fen" }),
    indivisible: Type.Boolean({ description: "A single article that cannot be divided" }),
    volumeMl: Type.Optional(Type.Integer({ minimum: 0, maximum: VOLUME_ML_MAX, description: "Volume of drinks" })),
    valueEurMinor: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: VALUE_MINOR_MAX,
        description: "Value in euro cent where the papers give one",
      }),
    ),
  },
  { additionalProperties: false },
);
export type GoodsLine = Static<typeof GoodsLine>;

export const Vehicle = Type.Object(
  {
    plate: Type.String({ minLength: 1, maxLength: 20 }),
    country: Type.String({ pattern: "^[A-Z]{2}$" }),
    vin: Type.Optional(Type.String({ pattern: "^[A-HJ-NPR-Z0-9]{17}$" })),
  },
  { additionalProperties: false },
);
export type Vehicle = Static<typeof Vehicle>;

/** POST /api/passages. The header Idempotency-Key carries a UUID that the gate made and stored before it sent this. */
export const PassageRequest = Type.Object(
  {
    direction: Direction,
    gate: Type.String({ pattern: "^[A-Z]{2}-[A-Z0-9]{1,8}$", description: "Gate, e.g. CN-1" }),
    lane: Type.String({ pattern: "^[A-Z0-9]{1,6}$" }),
    document: DocumentInput,
    guardian: Type.Optional(DocumentInput),
    vehicle: Type.Optional(Vehicle),
    goods: Type.Optional(Type.Array(GoodsLine, { maxItems: GOODS_LINES_MAX })),
    covers: Type.Optional(
      Type.Array(SaleId, {
        maxItems: COVERS_MAX,
        description: "Sales carried out beside the goods; not counted again",
      }),
    ),
  },
  { additionalProperties: false },
);
export type PassageRequest = Static<typeof PassageRequest>;

/** One rule's say: the sentence in four languages, its mark and the provision it rests on. */
export const Reason = Type.Object({
  rule: Type.String(),
  mark: Type.Union([Type.Literal("ok"), Type.Literal("note"), Type.Literal("stop")]),
  text: Texts,
  citations: Type.Array(
    Type.Object({ provision: Type.String({ description: "e.g. E7/3" }), cite: Texts, confidence: Type.String() }),
  ),
});
export type Reason = Static<typeof Reason>;

/** One pure decision as it stands in the entry: with it `twinline decide` gives the same bytes. */
export const Decision = Type.Object({
  rulebook: Type.String(),
  hash: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  law: Type.Integer({ description: "Law date, days since 1970-01-01" }),
  legal: Type.Integer({ description: "Legal day, days since 1970-01-01" }),
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer(), Type.Boolean()])),
  counters: Type.Record(Type.String(), Type.Integer()),
  outputs: Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer(), Type.Boolean()])),
  unanswerable: Type.Optional(
    Type.Object({
      reason: Type.String({ description: "missing-fact, out-of-range, counter-unavailable …" }),
      name: Type.String({ description: "The fact, counter, parameter or rule that stands in the way" }),
    }),
  ),
});
export type Decision = Static<typeof Decision>;

/** One limit as a meter: used before, by this passage, free; in the unit's base (fen, g, days). */
export const Meter = Type.Object({
  name: Type.String({ description: "Counter or clock, e.g. duty_free_today, stay_days" }),
  unit: Type.String({ description: "CNY, g, day or piece" }),
  cap: Type.Integer(),
  before: Type.Integer(),
  now: Type.Integer(),
  left: Type.Integer(),
  label: Texts,
});
export type Meter = Static<typeof Meter>;

/** The traveller as the officer sees her; it is shown and forgotten, never part of an entry. */
export const Traveller = Type.Object({
  name: Type.String(),
  nationality: Type.String(),
  born: Type.Optional(Day),
  expires: Type.Optional(Day),
  documentKind: Type.String(),
  documentNumber: Type.String(),
  notes: Type.Optional(
    Type.Array(Texts, {
      description: "What to look at on the document, e.g. a personal number that fails its own check",
    }),
  ),
});
export type Traveller = Static<typeof Traveller>;

export const GoodsOutcome = Type.Object({ line: Type.Integer(), dutyFree: Money, taxable: Money, tax: Money });
export type GoodsOutcome = Static<typeof GoodsOutcome>;

/** A sale that was named on the way out: carried out with this passage, or the code of why it is not. */
export const CoveredSale = Type.Object({
  sale: SaleId,
  outcome: Type.String({
    description: "carried_out, sale_unknown, another_person, another_visit, already_out, returned",
  }),
  dutyFree: Type.Optional(Money),
  tax: Type.Optional(Money),
});
export type CoveredSale = Static<typeof CoveredSale>;

/** What the spine answers to a passage. A refusal is this answer too, with verdict "refuse" and its reasons. */
export const PassageAnswer = Type.Object({
  receipt: Receipt,
  verdict: Verdict,
  reason: Type.String({ description: "Code of the deciding reason" }),
  direction: Direction,
  reasons: Type.Array(Reason),
  decisions: Type.Array(Decision),
  rulebook: Type.Object({ name: Type.String(), title: Texts, hash: Type.String(), law: Day }),
  traveller: Type.Optional(Traveller),
  stay: Type.Optional(
    Type.Object({
      visit: Type.String(),
      enteredOn: Day,
      lastDay: Day,
      daysUsed: Type.Integer(),
      daysMax: Type.Integer(),
    }),
  ),
  meters: Type.Array(Meter),
  goods: Type.Array(GoodsOutcome),
  covered: Type.Optional(Type.Array(CoveredSale)),
  due: Type.Optional(Money),
  pass: Type.Optional(Type.String({ description: "Code for the QR of the printed pass; opaque" })),
  overridden: Type.Optional(Type.Boolean()),
  may: Type.Array(Type.String({ description: "What the caller may do next: override, print, search …" })),
});
export type PassageAnswer = Static<typeof PassageAnswer>;

/** POST /api/passages/:number/override: reason code of the rulebook and a second officer (P26). */
export const OverrideRequest = Type.Object(
  {
    verdict: Verdict,
    reason: Type.String({ pattern: "^[a-z_]{1,40}$", description: "Override reason code" }),
    second: Type.Optional(
      Type.String({ description: "Token that the second officer's own sign-in on this gate gave", maxLength: 200 }),
    ),
  },
  { additionalProperties: false },
);
export type OverrideRequest = Static<typeof OverrideRequest>;
