import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ZoneFileError } from "./fields.ts";
import { LANES_MAX, readZone } from "./read-zone.ts";

const texts = { zh: "区", kk: "аймақ", ru: "зона", en: "zone" };

function zoneFile() {
  return {
    zone: "toy",
    title: texts,
    opened: "2012-04-18",
    languages: ["zh", "en"],
    sides: { CN: { title: texts, clock: "Asia/Shanghai", currency: "CNY", rulebooks: { arrival: "toy/cn/arrival" } } },
    gates: { "CN-1": { side: "CN", label: texts, lanes: { manual: { from: 1, to: 2 }, vehicle: { from: 9, to: 9 } } } },
    documents: { mrz: [{ code: "P*", issuer: "*", kind: "passport" }], by_hand: ["passport"] },
    override_reasons: { medical: texts },
    watch_reasons: { lost_document: texts },
    goods: { watch: { goods_class: "class_20", never_exempt: true, hs: ["9101"], label: texts } },
    meters: { "toy/cn/departure": { duty_free_today: { used: "used", cap: "cap", unit: "CNY", label: texts } } },
  };
}

describe("A zone file", () => {
  test("names sides in lower case, lists lanes one by one, and keeps what rulebooks read of goods", () => {
    const zone = readZone(zoneFile());
    assert.equal(zone.sides[0]?.side, "cn");
    assert.deepEqual(zone.gates[0]?.lanes, ["1", "2", "9"]);
    assert.deepEqual(zone.goods[0]?.facts, { goods_class: "class_20", never_exempt: true });
    assert.deepEqual(zone.overrideReasons, [{ code: "medical", label: texts }]);
    assert.deepEqual(zone.watchReasons, [{ code: "lost_document", label: texts }]);
  });

  test("that lacks a language, or says text where a number belongs, is refused by the field's path", () => {
    const { en: _, ...three } = texts;
    const missing = { ...zoneFile(), title: three };
    assert.throws(
      () => readZone(missing),
      (error) => error instanceof ZoneFileError && error.path === "title.en",
    );
    const file = zoneFile();
    const lanes = { manual: { from: "1", to: 2 } };
    const wrong = { ...file, gates: { "CN-1": { ...file.gates["CN-1"], lanes } } };
    assert.throws(() => readZone(wrong), /"gates.CN-1.lanes.manual.from" is not an integer/);
    for (const data of [null, [], "zone", 7]) assert.throws(() => readZone(data), ZoneFileError);
  });

  test("may let a till sell from what is reserved or not at all, and never risks a cap of the law", () => {
    const file = zoneFile();
    const name = Object.values(file.sides.CN.rulebooks)[0]!;
    const withPolicy = (policy: string) => readZone({ ...file, offline_sales: { [name]: policy } }).offlineSales[name];
    assert.deepEqual([withPolicy("refuse"), withPolicy("reserved-only")], ["refuse", "reserved-only"]);
    assert.deepEqual(readZone(file).offlineSales, {});
    for (const policy of ["bounded-risk", "always"]) assert.throws(() => withPolicy(policy), ZoneFileError);
  });

  test("names each side by its country's letters, and puts no gate and no language where there is none", () => {
    const file = zoneFile();
    const faults: readonly (readonly [unknown, string])[] = [
      [{ ...file, sides: { "../la": file.sides.CN } }, "sides.../la"],
      [{ ...file, gates: { "LA-1": { ...file.gates["CN-1"], side: "LA" } } }, "gates.LA-1.side"],
      [{ ...file, languages: ["lo"] }, "languages.0"],
    ];
    for (const [data, path] of faults)
      assert.throws(
        () => readZone(data),
        (error) => error instanceof ZoneFileError && error.path === path,
      );
  });

  test("has at most so many lanes of one kind, however many it claims", () => {
    const file = zoneFile();
    const lanes = { manual: { from: 1, to: 10 ** 9 } };
    const zone = readZone({ ...file, gates: { "CN-1": { ...file.gates["CN-1"], lanes } } });
    assert.equal(zone.gates[0]?.lanes.length, LANES_MAX);
  });
});
