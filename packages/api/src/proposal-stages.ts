import { type Static, Type } from "typebox";
import { Instant } from "./codes.ts";
import { ProposalRow } from "./proposals.ts";
import { SecondToken } from "./recorded.ts";

/** Characters of a note, and notes that a proposal shows. */
export const NOTE_CHARS_MAX = 4_000;
export const NOTES_SHOWN_MAX = 200;

const literals = <const T extends readonly string[]>(all: T) => Type.Union(all.map((one) => Type.Literal(one)));
const stages = [
  "analysed",
  "consultation",
  "voting",
  "accepted",
  "rejected",
  "signed",
  "checked",
  "withdrawn",
] as const;
const subjects = ["problem", "impact", "openness", "opinion"] as const;

/** POST /api/proposals/:hash/notes. The words are kept beside the journal, which holds their hash. No personal data. */
export const ProposalNoteAdd = Type.Object(
  { about: literals(subjects), words: Type.String({ minLength: 1, maxLength: NOTE_CHARS_MAX }) },
  { additionalProperties: false },
);
export type ProposalNoteAdd = { readonly about: (typeof subjects)[number]; readonly words: string };

/** POST /api/proposals/:hash/votes. The other side's vote names the entry of its journal and takes two officers. */
export const ProposalVoteAdd = Type.Object(
  {
    side: Type.String({ pattern: "^[a-z]{2}$" }),
    vote: literals(["for", "against"]),
    reference: Type.Optional(Type.Integer({ minimum: 1 })),
    second: Type.Optional(SecondToken),
  },
  { additionalProperties: false },
);
export type ProposalVoteAdd = {
  readonly side: string;
  readonly vote: "for" | "against";
  readonly reference?: number;
  readonly second?: string;
};

/** POST /api/proposals/:hash/stage. */
export const ProposalStageSet = Type.Object({ stage: literals(stages) }, { additionalProperties: false });
export type ProposalStageSet = { readonly stage: (typeof stages)[number] };

const Note = Type.Object({
  about: Type.String(),
  words: Type.String(),
  author: Type.String({ description: "Badge number" }),
  entry: Type.Integer(),
  at: Instant,
});
const VoteRow = Type.Object({ side: Type.String(), vote: Type.String(), entry: Type.Integer() });
const Move = Type.Object({ stage: Type.String(), entry: Type.Integer(), at: Instant });

/** Of 1,000 decided lines: how many had each verdict, and minor units of tax. */
const Rates = Type.Object({
  lines: Type.Integer(),
  perThousand: Type.Record(Type.String(), Type.Integer()),
});

/** One figure of the comparison; `came` is absent while nothing was decided under the new law. */
const CheckedRate = Type.Object({
  figure: Type.String(),
  before: Type.Integer(),
  foreseen: Type.Integer(),
  came: Type.Optional(Type.Integer()),
  verdict: Type.Union([
    Type.Literal("as-forecast"),
    Type.Literal("outside"),
    Type.Literal("other-direction"),
    Type.Literal("unknown"),
  ]),
});

/** GET /api/proposals/:hash/file : everything on record of one proposal. */
export const ProposalFile = Type.Object({
  proposal: ProposalRow,
  stage: Type.String(),
  next: Type.Array(Type.Object({ stage: Type.String(), needs: Type.Array(Type.String()) })),
  moves: Type.Array(Move),
  notes: Type.Array(Note, { maxItems: NOTES_SHOWN_MAX }),
  votes: Type.Array(VoteRow),
  sides: Type.Array(Type.String()),
  report: Type.Optional(
    Type.Object({ report: Type.String(), recorded: Type.Boolean(), lines: Type.Integer(), entry: Type.Integer() }),
  ),
  /** What the report foresaw and what came since the law changed. */
  check: Type.Optional(
    Type.Object({
      foreseen: Rates,
      came: Rates,
      figures: Type.Array(CheckedRate),
      known: Type.Integer(),
      asForecast: Type.Integer(),
      againstNoChange: Type.Optional(
        Type.Number({
          description: "Share of the error that the old figures would have made; below 1 the forecast helped",
        }),
      ),
    }),
  ),
  may: Type.Array(Type.String()),
});
export type ProposalFile = Static<typeof ProposalFile>;
