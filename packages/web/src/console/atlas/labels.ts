/** A dot of the schematic in pixels, with the name that wants to stand beside it. */
export type Spot = { readonly x: number; readonly y: number; readonly name: string };
export type Side = "right" | "left" | "above" | "below";
export type Labelled = Spot & { readonly side: Side };

const SIDES: readonly Side[] = ["right", "left", "above", "below"];
const FONT = 11;
const GAP = 8;
const DOT = 5;

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Puts each name on the first side where it covers no dot and no name that stands already; crowded ones go right. */
export function placeLabels(spots: readonly Spot[]): readonly Labelled[] {
  const taken: Box[] = spots.map(({ x, y }) => ({ left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT }));
  return spots.map((spot, own) => {
    const free = SIDES.find((side) => {
      const box = boxOf(spot, side);
      return taken.every((other, at) => at === own || !overlaps(box, other));
    });
    const side = free ?? "right";
    taken.push(boxOf(spot, side));
    return { ...spot, side };
  });
}

function boxOf({ x, y, name }: Spot, side: Side): Box {
  const width = [...name].reduce((sum, letter) => sum + (letter > "\u2e80" ? FONT : FONT * 0.58), 0);
  const half = FONT * 0.6;
  if (side === "right") return { left: x + GAP, right: x + GAP + width, top: y - half, bottom: y + half };
  if (side === "left") return { left: x - GAP - width, right: x - GAP, top: y - half, bottom: y + half };
  const middle = side === "above" ? y - GAP - half : y + GAP + half;
  return { left: x - width / 2, right: x + width / 2, top: middle - half, bottom: middle + half };
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
