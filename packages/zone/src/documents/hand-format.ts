import formats from "./hand-formats.json" with { type: "json" };

/** Checks that a number can carry in itself. */
export type NumberCheck = "cn-identity" | "kz-iin";
/** What must be given beside the number. */
export type Need = "born" | "name" | "guardian";

/**
 * How the number of a document kind is written, for documents without a machine-readable zone. Data, not law: which
 * kinds exist and who may cross with them stands in zone.yaml and the rulebooks.
 */
export type HandFormat = {
  /** Regular expression over the number, after spaces and case are put right. */
  readonly form: string;
  readonly example: string;
  readonly check?: NumberCheck;
  /** ISO 3166-1 alpha-2 where the kind has one issuer or one nationality. */
  readonly issuer?: string;
  readonly nationality?: string;
  /** Numbers whose holders are of another nationality, which must then be given. */
  readonly nationalityUnless?: string;
  readonly needs?: readonly Need[];
};

/** Formats of the kinds at Khorgos; sources in conformance/documents/README.md. */
export const handFormats = formats as Readonly<Record<string, HandFormat>>;
