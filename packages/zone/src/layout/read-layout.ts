import type { Texts } from "@twinline/rulebook";
import { Field, ZoneFileError } from "../zones/fields.ts";

/** A rectangle of the schematic plan, in its columns and rows from the north-west corner. */
export type PlanPlace = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Whether and by whom a statement of the plan is held. */
type Held = { readonly source: string; readonly confidence: string };

/** A function of the zone; without `side` and `at` no source says where it is. */
export type LayoutBlock = Held & {
  readonly block: string;
  readonly label: Texts;
  readonly side?: string;
  readonly at?: PlanPlace;
  readonly note?: Texts;
};

export type LayoutGate = Held & { readonly gate: string; readonly edge: "west" | "east" };

/** What is held of a gate's halls; without `count` nobody says how many there are. */
export type LayoutHall = Held & { readonly gate: string; readonly count?: number; readonly note: Texts };

/** The zone as a picture (rulebooks/<zone>/layout.yaml). Positions are schematic: no survey, nothing decides by them. */
export type Layout = {
  readonly plan: { readonly columns: number; readonly rows: number };
  readonly sides: readonly { readonly side: string; readonly at: PlanPlace }[];
  readonly gates: readonly LayoutGate[];
  readonly halls: readonly LayoutHall[];
  readonly blocks: readonly LayoutBlock[];
};

/** Columns or rows of a plan, and blocks on it, at most. */
export const PLAN_CELLS_MAX = 48;
export const BLOCKS_MAX = 100;

/** What a file says where nothing is held. */
const UNKNOWN = "unknown";

/** Reads the parsed file. Throws ZoneFileError that names the field: a place off the plan, a side that is not drawn. */
export function readLayout(data: unknown): Layout {
  const file = new Field(data);
  const plan = { columns: sizeOf(file.at("plan").at("columns")), rows: sizeOf(file.at("plan").at("rows")) };
  const sides = file
    .at("sides")
    .members()
    .map(({ name, field }) => ({ side: name.toLowerCase(), at: placeOn(field.at("at"), plan) }));
  const blocks = file.at("blocks").members();
  if (blocks.length > BLOCKS_MAX) throw new ZoneFileError("blocks", `${BLOCKS_MAX} blocks at most`);
  return {
    plan,
    sides,
    gates: file.at("gates").members().map(gateOf),
    halls: file.at("halls").members().map(hallOf),
    blocks: blocks.map((member) => blockOf(member, plan, sides)),
  };
}

type Member = { readonly name: string; readonly field: Field };

function gateOf({ name: gate, field }: Member): LayoutGate {
  const edge = field.at("edge").text();
  if (edge !== "west" && edge !== "east") throw new ZoneFileError(field.at("edge").path, "west or east");
  return { gate, edge, ...held(field) };
}

function hallOf({ name: gate, field }: Member): LayoutHall {
  const isHeld = !isUnknown(field.at("halls"));
  const count = isHeld ? { count: field.at("halls").integer() } : {};
  return { gate, ...count, note: field.at("note").texts(), ...held(field) };
}

function blockOf({ name: block, field }: Member, plan: Layout["plan"], sides: Layout["sides"]): LayoutBlock {
  const note = field.at("note").isPresent ? { note: field.at("note").texts() } : {};
  const known = { block, label: field.at("label").texts(), ...note, ...held(field) };
  if (isUnknown(field.at("side"))) return known;
  const own = sides.find(({ side }) => side === field.at("side").text().toLowerCase());
  if (own === undefined) throw new ZoneFileError(field.at("side").path, "a side that is drawn, or unknown");
  const at = placeOn(field.at("at"), plan);
  if (!isWithin(at, own.at)) throw new ZoneFileError(field.at("at").path, "a place on its side");
  return { ...known, side: own.side, at };
}

function isUnknown(field: Field): boolean {
  return field.isPresent && field.textOrInteger() === UNKNOWN;
}

function held(field: Field): Held {
  return { source: field.at("source").text(), confidence: field.at("confidence").text() };
}

function sizeOf(field: Field): number {
  const size = field.integer();
  if (size < 1 || size > PLAN_CELLS_MAX) throw new ZoneFileError(field.path, `1 to ${PLAN_CELLS_MAX}`);
  return size;
}

function placeOn(field: Field, { columns, rows }: Layout["plan"]): PlanPlace {
  const [x, y] = [field.at("x").integer(), field.at("y").integer()];
  const at = { x, y, width: field.at("width").integer(), height: field.at("height").integer() };
  if (at.width < 1 || at.height < 1 || !isWithin(at, { x: 0, y: 0, width: columns, height: rows }))
    throw new ZoneFileError(field.path, "a place on the plan");
  return at;
}

function isWithin(inner: PlanPlace, outer: PlanPlace): boolean {
  const starts = inner.x >= outer.x && inner.y >= outer.y;
  return starts && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
}
