import { Field, ZoneFileError } from "./fields.ts";
import {
  type Choice,
  type Gate,
  type GoodsCategory,
  type MeterRow,
  offlinePolicies,
  type Zone,
  type ZoneSide,
} from "./zone.ts";

/** Columns of a goods category that describe it; all others are facts for the rulebooks. */
const DESCRIBING = new Set(["hs", "label"]);
/** Lanes of one gate at most. */
export const LANES_MAX = 500;
/** A side is named after its country, ISO 3166-1 alpha-2: the name stands in journals, databases and folders. */
const SIDE = /^[A-Z]{2}$/;

/** Reads the parsed zone file. Throws ZoneFileError that names the field. */
export function readZone(data: unknown): Zone {
  const file = new Field(data);
  const sides = file.at("sides").members().map(sideOf);
  return {
    zone: file.at("zone").text(),
    title: file.at("title").texts(),
    opened: file.at("opened").text(),
    languages: file
      .at("languages")
      .list()
      .map((one) => one.language()),
    sides,
    gates: file
      .at("gates")
      .members()
      .map((gate) => gateOf(gate, sides)),
    documents: {
      rows: file.at("documents").at("mrz").list().map(documentRow),
      byHand: file
        .at("documents")
        .at("by_hand")
        .list()
        .map((kind) => kind.text()),
    },
    overrideReasons: file.at("override_reasons").members().map(choiceOf),
    watchReasons: file.at("watch_reasons").members().map(choiceOf),
    goods: file.at("goods").members().map(categoryOf),
    meters: metersOf(file.at("meters")),
    offlineSales: offlineSalesOf(file.at("offline_sales"), sides),
    stays: file.at("stays").isPresent ? file.at("stays").values() : {},
  };
}

/** Throws where a cap of the law would be risked: what a departure rulebook counts may never be exceeded. */
function offlineSalesOf(policies: Field, sides: readonly ZoneSide[]): Zone["offlineSales"] {
  const caps = new Set(sides.flatMap(({ rulebooks }) => Object.values(rulebooks)));
  const named = policies.isPresent ? policies.members() : [];
  return Object.fromEntries(
    named.map(({ name, field }) => {
      const policy = offlinePolicies.find((one) => one === field.text());
      if (policy === undefined) throw new ZoneFileError(field.path, `one of ${offlinePolicies.join(", ")}`);
      if (policy === "bounded-risk" && caps.has(name))
        throw new ZoneFileError(field.path, "a policy that cannot exceed the cap of the law");
      return [name, policy];
    }),
  );
}

type Member = { readonly name: string; readonly field: Field };

function sideOf({ name, field }: Member): ZoneSide {
  if (!SIDE.test(name)) throw new ZoneFileError(field.path, "a side named by two capital letters");
  const rulebooks = field.at("rulebooks").members();
  return {
    side: name.toLowerCase(),
    title: field.at("title").texts(),
    clock: field.at("clock").text(),
    currency: field.at("currency").text(),
    rulebooks: Object.fromEntries(rulebooks.map(({ name: decides, field: full }) => [decides, full.text()])),
  };
}

function gateOf({ name, field }: Member, sides: readonly ZoneSide[]): Gate {
  const side = field.at("side").text().toLowerCase();
  if (!sides.some((one) => one.side === side)) throw new ZoneFileError(`${field.path}.side`, "a side of the zone");
  const lanes = field
    .at("lanes")
    .members()
    .flatMap(({ field: kind }) => lanesBetween(kind));
  return { gate: name, side, label: field.at("label").texts(), lanes };
}

function lanesBetween(kind: Field): string[] {
  const first = kind.at("from").integer();
  const last = Math.min(kind.at("to").integer(), first + LANES_MAX - 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => String(first + at));
}

function documentRow(row: Field) {
  return { code: row.at("code").text(), issuer: row.at("issuer").text(), kind: row.at("kind").text() };
}

function choiceOf({ name, field }: Member): Choice {
  return { code: name, label: field.texts() };
}

function categoryOf({ name, field }: Member): GoodsCategory {
  const facts = field.members().filter((one) => !DESCRIBING.has(one.name));
  return {
    code: name,
    label: field.at("label").texts(),
    headings: field
      .at("hs")
      .list()
      .map((heading) => heading.text()),
    facts: Object.fromEntries(facts.map((one) => [one.name, one.field.textOrBoolean()])),
  };
}

function metersOf(meters: Field): Zone["meters"] {
  const rulebooks = meters.members();
  return Object.fromEntries(rulebooks.map(({ name, field }) => [name, field.members().map(meterOf)]));
}

function meterOf({ name, field }: Member): MeterRow {
  const output = field.at("output");
  return {
    name,
    used: field.at("used").text(),
    cap: field.at("cap").text(),
    unit: field.at("unit").text(),
    label: field.at("label").texts(),
    ...(output.isPresent ? { output: output.text() } : {}),
  };
}
