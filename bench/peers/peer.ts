import type { Outcome } from "../allowance/hand-written.ts";
import type { Passage } from "../allowance/passages.ts";

/** Another engine with the same rules. `rows` is what it can do in a few seconds; `least` how much quicker ours must be. */
export type Peer = {
  readonly name: string;
  readonly rows: number;
  readonly least: number;
  readonly decide: (row: Passage) => Outcome | Promise<Outcome>;
};

/** Peers are installed for the benchmark only, so their types are not known when the house is checked. */
export async function importPeer(name: string): Promise<unknown> {
  return await import(name);
}
