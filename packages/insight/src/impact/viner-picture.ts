import { Input, ModelInputError } from "../models/input.ts";
import { vinerCustomsUnion } from "../models/viner-customs-union.ts";

/** Quantity and price. */
export type QuantityPrice = readonly [number, number];

/** One area of the picture; its surface is the gain or loss that it stands for. */
export type WelfareArea = {
  readonly name: "productionGain" | "consumptionGain" | "tradeDiversionLoss" | "revenueBefore";
  readonly points: readonly QuantityPrice[];
  readonly value: number;
};

/** Lines and areas of a customs union, in units of the good and of its price. */
export type VinerPicture = {
  readonly kind: string;
  readonly lines: readonly { readonly name: "demand" | "supply"; readonly points: readonly QuantityPrice[] }[];
  readonly prices: readonly { readonly name: "before" | "after"; readonly source: string; readonly price: number }[];
  readonly areas: readonly WelfareArea[];
  readonly quantityMax: number;
  readonly priceMax: number;
};

type State = {
  readonly source: string;
  readonly price: number;
  readonly consumption: number;
  readonly production: number;
  readonly tariffRevenue: number;
};

/** Room above the highest price shown. */
const HEADROOM = 1.4;

/**
 * The welfare triangles of a customs union, from the same input as the model `viner-customs-union`.
 *
 * @throws ModelInputError as the model does, or when the input has no curves to draw
 */
export function vinerPicture(given: unknown): VinerPicture {
  const input = new Input(given);
  if (!input.has("demand") || !input.has("supply"))
    throw new ModelInputError("demand", "demand and supply are expected: prices alone have no picture");
  const result = vinerCustomsUnion.compute(input);
  const [before, after] = [result.before as State, result.after as State];
  const top = Math.max(before.price, after.price) * HEADROOM;
  const line = (name: "demand" | "supply"): readonly QuantityPrice[] => {
    const curve = input.object(name);
    const at = (price: number): QuantityPrice => [curve.number("intercept") + curve.number("slope") * price, price];
    return [at(0), at(top)];
  };
  const lines = (["demand", "supply"] as const).map((name) => ({ name, points: line(name) }));
  return {
    kind: String(result.kind),
    lines,
    prices: [
      { name: "before", source: before.source, price: before.price },
      { name: "after", source: after.source, price: after.price },
    ],
    areas: areasOf(input, before, after, result),
    quantityMax: Math.max(...lines.flatMap(({ points }) => points.map(([quantity]) => quantity)), after.consumption),
    priceMax: top,
  };
}

function areasOf(
  input: Input,
  before: State,
  after: State,
  result: { readonly [key: string]: unknown },
): readonly WelfareArea[] {
  const world = new Map(input.objects("suppliers").map((one) => [one.text("name"), one.number("price")]));
  const [old, partner] = [world.get(before.source), world.get(after.source)];
  const areas: WelfareArea[] = [
    {
      name: "productionGain",
      points: [
        [after.production, after.price],
        [before.production, after.price],
        [before.production, before.price],
      ],
      value: Number(result.productionGain),
    },
    {
      name: "consumptionGain",
      points: [
        [before.consumption, after.price],
        [after.consumption, after.price],
        [before.consumption, before.price],
      ],
      value: Number(result.consumptionGain),
    },
  ];
  const band = (name: WelfareArea["name"], low: number, high: number, value: number): WelfareArea => ({
    name,
    points: [
      [before.production, low],
      [before.consumption, low],
      [before.consumption, high],
      [before.production, high],
    ],
    value,
  });
  if (old !== undefined && before.tariffRevenue !== 0)
    areas.push(band("revenueBefore", old, before.price, before.tariffRevenue));
  if (result.kind === "trade-diverting" && old !== undefined && partner !== undefined)
    areas.push(band("tradeDiversionLoss", old, partner, Number(result.tradeDiversionLoss)));
  return areas;
}
