import { type Static, Type } from "typebox";

const Code = Type.String({ pattern: "^[A-Za-z0-9 ./_-]{1,60}$" });
const CODES_MAX = 60;

/** POST /api/openness : where outcomes depend on nationality or side, over the rulebook's examples or this journal. */
export const OpennessQuestion = Type.Object(
  {
    rulebook: Type.String({ pattern: "^[a-z0-9/-]{1,90}$" }),
    /** A reform of it, instead of the rulebook in force. */
    proposal: Type.Optional(Type.String({ pattern: "^[0-9a-f]{64}$" })),
    sample: Type.Union([Type.Literal("examples"), Type.Literal("journal")]),
  },
  { additionalProperties: false },
);
export type OpennessQuestion = Static<typeof OpennessQuestion>;

/** POST /api/indicators/league : units compared by indicators in one period. */
export const LeaguePlan = Type.Object(
  {
    period: Code,
    indicators: Type.Array(Code, { minItems: 1, maxItems: CODES_MAX }),
    units: Type.Array(Code, { minItems: 1, maxItems: CODES_MAX }),
  },
  { additionalProperties: false },
);

const Weight = Type.Number({ minimum: 0.1, maximum: 10 });

/** POST /api/streams/windows : the window score under other weights and settings; all of them ours. */
export const WindowQuestion = Type.Object(
  {
    weights: Type.Optional(
      Type.Object({ problem: Weight, policy: Weight, politics: Weight }, { additionalProperties: false }),
    ),
    halfLife: Type.Optional(Type.Integer({ minimum: 1, maximum: 80 })),
    percentile: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    quarters: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
  },
  { additionalProperties: false },
);

const Link = Type.Object({ from: Code, to: Code }, { additionalProperties: false });

/** POST /api/atlas : the atlas and the roles its network gives, with links taken away or added. */
export const AtlasChange = Type.Object(
  {
    without: Type.Optional(Type.Array(Link, { maxItems: CODES_MAX })),
    with: Type.Optional(Type.Array(Link, { maxItems: CODES_MAX })),
  },
  { additionalProperties: false },
);

/** POST /api/impact : a published model by its name, with the input of its vectors, and its sensitivity. */
export const ImpactQuestion = Type.Object(
  {
    model: Type.String({ pattern: "^[a-z-]{1,40}$" }),
    input: Type.Object({}, { additionalProperties: true }),
  },
  { additionalProperties: false },
);

const FLOW_CHARS_MAX = 60_000;

/** POST /api/impact/lines : the single-market model line by line over trade flows in CSV. */
export const ImpactLines = Type.Object(
  {
    csv: Type.String({ minLength: 1, maxLength: FLOW_CHARS_MAX }),
    importDemandElasticity: Type.Number({ maximum: 0, minimum: -100 }),
    substitutionElasticity: Type.Number({ minimum: 0, maximum: 100 }),
    exportSupplyElasticity: Type.Optional(Type.Number({ minimum: 0, maximum: 1000 })),
  },
  { additionalProperties: false },
);
