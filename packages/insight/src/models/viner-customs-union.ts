import { type Input, ModelInputError } from "./input.ts";
import type { Model, Result } from "./model.ts";

const EQUAL_SHARE = 1e-12;

type Curve = { readonly intercept: number; readonly slope: number };
type Supplier = { readonly name: string; readonly price: number; readonly delivered: number };
type Market = { readonly demand: Curve; readonly supply: Curve };
type State = {
  readonly source: string;
  readonly price: number;
  readonly consumption: number;
  readonly production: number;
  readonly imports: number;
  readonly tariffRevenue: number;
};

function at(curve: Curve, price: number): number {
  return curve.intercept + curve.slope * price;
}

function curve(input: Input, name: string): Curve {
  const one = input.object(name);
  return { intercept: one.number("intercept"), slope: one.number("slope") };
}

function marketOf(input: Input): Market | undefined {
  return input.has("demand") && input.has("supply")
    ? { demand: curve(input, "demand"), supply: curve(input, "supply") }
    : undefined;
}

function autarky(input: Input, market: Market | undefined): number {
  if (!market) return input.number("autarkyPrice");
  const slope = market.supply.slope - market.demand.slope;
  if (slope === 0) throw new ModelInputError("demand", "demand and supply that cross are expected");
  return (market.demand.intercept - market.supply.intercept) / slope;
}

function delivered(price: number, tariff: Input): number {
  return tariff.oneOf("kind", ["adValorem", "specific"]) === "adValorem"
    ? price * (1 + tariff.number("rate"))
    : price + tariff.number("amount");
}

/** The difference of two prices; 0 where they differ by the rounding of doubles alone. */
function apart(a: number, b: number): number {
  return Math.abs(a - b) <= EQUAL_SHARE * Math.max(Math.abs(a), Math.abs(b)) ? 0 : a - b;
}

/** The cheapest delivered price; between equals the partner first, then the lower price before tariff, then the list. */
function cheapest(suppliers: readonly Supplier[], partner: string | undefined): Supplier | undefined {
  return suppliers
    .map((one, index) => ({ one, index }))
    .sort(
      (a, b) =>
        apart(a.one.delivered, b.one.delivered) ||
        Number(b.one.name === partner) - Number(a.one.name === partner) ||
        a.one.price - b.one.price ||
        a.index - b.index,
    )[0]?.one;
}

function stateOf(source: Supplier | undefined, autarkyPrice: number, market: Market | undefined): State {
  const foreign = source && apart(source.delivered, autarkyPrice) < 0 ? source : undefined;
  const price = foreign?.delivered ?? autarkyPrice;
  const consumption = market ? at(market.demand, price) : 0;
  const production = market ? at(market.supply, price) : 0;
  const imports = foreign ? consumption - production : 0;
  return {
    source: foreign?.name ?? "domestic",
    price,
    consumption,
    production,
    imports,
    tariffRevenue: foreign ? imports * (price - foreign.price) : 0,
  };
}

function kindOf(before: State, after: State, partner: string | undefined): string {
  if (partner === undefined || after.source !== partner) return "none";
  return before.source === "domestic" || before.source === partner ? "trade-creating" : "trade-diverting";
}

function welfare(
  before: State,
  after: State,
  kind: string,
  priceOf: ReadonlyMap<string, number>,
): Record<string, Result> {
  const fall = before.price - after.price;
  const productionGain = 0.5 * fall * (before.production - after.production);
  const consumptionGain = 0.5 * fall * (after.consumption - before.consumption);
  const tradeCreationGain = productionGain + consumptionGain;
  const divertedQuantity = kind === "trade-diverting" ? before.imports : 0;
  const dearer = kind === "trade-diverting" ? priceOf.get(after.source)! - priceOf.get(before.source)! : 0;
  const tradeDiversionLoss = divertedQuantity * dearer;
  return {
    productionGain,
    consumptionGain,
    tradeCreationGain,
    tradeCreationQuantity: after.imports - before.imports,
    divertedQuantity,
    tradeDiversionLoss,
    consumerSurplusChange: 0.5 * fall * (before.consumption + after.consumption),
    producerSurplusChange: -0.5 * fall * (before.production + after.production),
    tariffRevenueChange: after.tariffRevenue - before.tariffRevenue,
    netWelfareChange: tradeCreationGain - tradeDiversionLoss,
  };
}

/** A customs union of a small importing country (Viner 1950; linear curves as in Salvatore's textbook). */
export const vinerCustomsUnion: Model = {
  name: "viner-customs-union",
  about: "Trade creation, trade diversion and welfare of a customs union for a small importing country",
  compute: (input) => {
    const market = marketOf(input);
    const autarkyPrice = autarky(input, market);
    const tariff = input.object("tariff");
    const partner = input.has("unionPartner") ? input.text("unionPartner") : undefined;
    const listed = input.objects("suppliers").map((one) => ({ name: one.text("name"), price: one.number("price") }));
    const within = (free: string | undefined): readonly Supplier[] =>
      listed.map((one) => ({ ...one, delivered: one.name === free ? one.price : delivered(one.price, tariff) }));
    const before = stateOf(cheapest(within(undefined), partner), autarkyPrice, market);
    const after = partner === undefined ? before : stateOf(cheapest(within(partner), partner), autarkyPrice, market);
    const kind = kindOf(before, after, partner);
    if (!market)
      return {
        before: { source: before.source, price: before.price },
        after: { source: after.source, price: after.price },
        kind,
      };
    return {
      before,
      after,
      kind,
      ...welfare(before, after, kind, new Map(listed.map((one) => [one.name, one.price]))),
    };
  },
};
