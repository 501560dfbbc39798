import type { Texts } from "./codes.ts";
import type { ExplanationLine } from "./entries.ts";

export type Provision = { readonly id: string; readonly cite: Texts; readonly confidence?: string };
type Told = { readonly explanation: readonly ExplanationLine[] };

/** POST /api/openness. */
export type OpennessAnswer = {
  readonly reads: {
    readonly law: string;
    readonly facts: readonly {
      readonly name: string;
      readonly label: Texts;
      readonly how: string;
      readonly why?: Texts;
    }[];
    readonly readings: readonly {
      readonly rule: string;
      readonly label?: Texts;
      readonly through: string;
      readonly row?: number;
      readonly parameter?: string;
      readonly cells?: { readonly [column: string]: string };
      readonly facts: readonly string[];
      readonly since: string;
      readonly provisions: readonly Provision[];
    }[];
    readonly outputs: readonly {
      readonly output: string;
      readonly label?: Texts;
      readonly dependsOn: readonly string[];
      readonly path: readonly string[];
    }[];
    readonly caveats: readonly Texts[];
  };
  readonly twins?: {
    readonly sample: {
      readonly kind: string;
      readonly events: number;
      readonly people: number;
      readonly from: string;
      readonly to: string;
    };
    readonly passports: readonly {
      readonly passport: string;
      readonly kind: string;
      readonly compared: number;
      readonly different: number;
      readonly unanswered: number;
      readonly outputs: readonly {
        readonly output: string;
        readonly different: number;
        readonly shifts: readonly { readonly from: string; readonly to: string; readonly events: number }[];
      }[];
    }[];
    readonly provisions: readonly {
      readonly rule: string;
      readonly rows: string;
      readonly events: number;
      readonly provisions: readonly Provision[];
    }[];
    readonly examples: readonly {
      readonly passport: string;
      readonly kind: string;
      readonly passage: number;
      readonly line: number;
      readonly day: string;
      readonly outputs: readonly string[];
      readonly own: Told;
      readonly twin: Told;
    }[];
    readonly caveats: readonly Texts[];
  };
};
