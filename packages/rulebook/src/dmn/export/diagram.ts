import { type Markup, markup } from "../xml/write-xml.ts";
import { type Exported, requirementId } from "./element.ts";

const width = 200;
const height = 60;
const gap = { x: 40, y: 80 };
/** Inputs in one line of the picture; more go onto a second. */
const perLine = 12;

type Spot = { readonly x: number; readonly y: number };

/** The picture (DMNDI): what requires nothing at the bottom, every decision above all it requires. */
export function writeDiagram(elements: readonly Exported[]): Markup {
  const spots = placeElements(elements);
  const shapes = elements.map(({ id }) => shape(id, spots.get(id)!));
  const edges = elements.flatMap(({ id, requires }) =>
    requires.map((required) => edge(requirementId(id, required), spots.get(required)!, spots.get(id)!)),
  );
  return markup("dmndi:DMNDI", {}, [markup("dmndi:DMNDiagram", { id: "diagram" }, [...shapes, ...edges])]);
}

function placeElements(elements: readonly Exported[]): ReadonlyMap<string, Spot> {
  const ranks = new Map<string, number>();
  for (const { id, requires } of elements) {
    ranks.set(
      id,
      requires.reduce((rank, required) => Math.max(rank, ranks.get(required)! + 1), 0),
    );
  }
  const lines = linesOf([...Map.groupBy(elements, ({ id }) => ranks.get(id)!)].sort(([a], [b]) => b - a));
  return new Map(
    lines.flatMap((line, row) =>
      line.map(({ id }, column) => [id, { x: gap.x + column * (width + gap.x), y: gap.y + row * (height + gap.y) }]),
    ),
  );
}

function linesOf(ranked: readonly (readonly [number, readonly Exported[]])[]): readonly (readonly Exported[])[] {
  return ranked.flatMap(([, elements]) => {
    const starts = elements.flatMap((_, at) => (at % perLine === 0 ? [at] : []));
    return starts.map((start) => elements.slice(start, start + perLine));
  });
}

function shape(id: string, { x, y }: Spot): Markup {
  return markup("dmndi:DMNShape", { id: `${id}_shape`, dmnElementRef: id }, [
    markup("dc:Bounds", { x: String(x), y: String(y), width: String(width), height: String(height) }),
  ]);
}

function edge(id: string, from: Spot, to: Spot): Markup {
  const point = (x: number, y: number) => markup("di:waypoint", { x: String(x), y: String(y) });
  return markup("dmndi:DMNEdge", { id: `${id}_edge`, dmnElementRef: id }, [
    point(from.x + width / 2, from.y),
    point(to.x + width / 2, to.y + height),
  ]);
}
