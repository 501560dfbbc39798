import type { Citation, Instrument } from "../ir/instrument.ts";
import type { Place } from "../ir/place.ts";
import type { Findings } from "./findings.ts";
import { hintNear } from "./near.ts";
import type { Node } from "./node.ts";
import { dayText } from "./scalar/day.ts";

/** The day from which a source is relied on; `retroactive` allows an act that came into force later. */
export type Reliance = { readonly from: number; readonly retroactive: boolean };

/** Reads citations such as `N12/4`, and checks that each names an instrument in force when relied on. */
export class Citations {
  readonly #instruments: ReadonlyMap<string, Instrument>;
  readonly #findings: Findings;

  constructor(instruments: readonly Instrument[], findings: Findings) {
    this.#instruments = new Map(instruments.map((instrument) => [instrument.id, instrument]));
    this.#findings = findings;
  }

  /** Reads a `source` key: one scalar (several citations by comma), or a list. */
  read(node: Node | undefined, reliance: Reliance): Citation[] {
    if (node === undefined) return [];
    if (node.kind === "sequence" && node.items.length === 0)
      this.#findings.error("rule/uncited", node.at, 'Cannot read the source: the list is empty; name one, as "N12/4"');
    if (node.kind === "sequence") return node.items.flatMap((item) => this.read(item, reliance));
    if (node.kind === "scalar") return this.parse(node.text, node.at, reliance);
    this.#findings.error("file/shape", node.at, 'Cannot read "source": a citation such as "N12/4" is expected');
    return [];
  }

  /** Reads the text of a source cell. */
  parse(text: string, at: Place, reliance: Reliance): Citation[] {
    return text.split(",").flatMap((part) => this.#parseOne(part.trim(), at, reliance) ?? []);
  }

  #parseOne(text: string, at: Place, { from, retroactive }: Reliance): Citation | undefined {
    const match = /^([A-Za-z][A-Za-z0-9_.-]*)\/(\S.*)$/.exec(text);
    if (match === null) {
      this.#findings.error("rule/uncited", at, `Cannot read the source "${text}": "instrument/provision" is expected`);
      return undefined;
    }
    const [, id, provision] = match;
    const instrument = this.#instruments.get(id!);
    if (instrument === undefined) {
      const hint = hintNear(id!, this.#instruments.keys());
      this.#findings.error("name/unknown", at, `Cannot cite "${text}": no instrument "${id}" is declared${hint}`);
      return undefined;
    }
    if (instrument.inForce > from && !retroactive) {
      this.#findings.error(
        "date/instrument",
        at,
        `Cannot rely on "${text}" from ${dayText(from)}: the instrument is in force from ${dayText(instrument.inForce)}`,
      );
    }
    return { instrument: id!, provision: provision! };
  }
}
