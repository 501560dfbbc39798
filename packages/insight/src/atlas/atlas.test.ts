import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas } from "./atlas.ts";
import { compareRoles, roleChanges } from "./compare-roles.ts";
import { askAtlas } from "./query.ts";
import { rolesOf } from "./roles.ts";

const languages = ["zh", "kk", "ru", "en"] as const;

test("every code that the atlas uses is one of its own, and nothing is there twice", () => {
  const places = new Set(atlas.places.map(({ code }) => code));
  const provinces = new Set(atlas.provinces.map(({ code }) => code));
  const neighbours = new Set(atlas.neighbours.map(({ code }) => code));
  assert.equal(places.size, atlas.places.length);
  for (const { from, to } of atlas.links) assert.ok(places.has(from) && places.has(to), `${from} ${to}`);
  for (const zone of atlas.zones) {
    for (const code of [zone.place, zone.pairedPort]) assert.ok(!code || places.has(code), zone.code);
    assert.ok(zone.provinces.every((code) => provinces.has(code)));
    assert.ok(zone.neighbours.every((code) => neighbours.has(code)));
  }
  for (const { stops } of atlas.corridors) assert.ok(stops.every((code) => places.has(code)));
  for (const { examples } of atlas.examples) assert.ok(examples.every(({ place }) => places.has(place)));
});

test("the counts of the sources are met: nine provinces, fourteen neighbours, nine pilot zones, eighteen border zones", () => {
  const ofKind = (kind: string) => atlas.zones.filter((zone) => zone.kind === kind).length;
  assert.equal(atlas.provinces.length, 9);
  assert.equal(atlas.neighbours.length, 14);
  assert.deepEqual(["pilot-zone", "border-zone", "cross-border-zone"].map(ofKind), [9, 18, 3]);
});

test("every statement has a source and its confidence, and every text stands in four languages", () => {
  const texts: unknown[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ("zh" in node) texts.push(node);
    else for (const each of Object.values(node)) walk(each);
  };
  walk(atlas);
  assert.ok(texts.length > 150);
  for (const text of texts) for (const language of languages) assert.ok((text as Record<string, string>)[language]);
  const { provinces, neighbours, places, links, zones, corridors, platforms, layout, counts } = atlas;
  for (const one of [provinces, neighbours, places, links, zones, corridors, platforms, layout, counts].flat())
    assert.ok(one.source !== "" && "HMLUD".includes(one.confidence), JSON.stringify(one));
});

test("no two places stand on one spot of the schematic", () => {
  assert.equal(new Set(atlas.places.map(({ at }) => `${at.x} ${at.y}`)).size, atlas.places.length);
});

test("ports are linked across a border, and the roles are told beside the examples with their differences", () => {
  const roles = rolesOf(atlas);
  for (const { isBorder, roles: own } of roles.places) if (own.includes("port")) assert.ok(isBorder);
  const agreement = compareRoles(atlas, roles);
  assert.deepEqual(
    agreement.map(({ role, agreed, examples }) => [role, agreed, examples.length]),
    [
      ["central", 5, 14],
      ["port", 4, 6],
      ["axis", 6, 7],
    ],
  );
  const differs = agreement.flatMap(({ role, examples }) =>
    examples.filter(({ agrees }) => !agrees).map(({ place }) => `${role} ${place}`),
  );
  assert.ok(differs.includes("port KIAMUSZE") && differs.includes("port KASHI"));
});

test("clusters hold every place once, and ports of one border hang together", () => {
  const { clusters, modularity } = rolesOf(atlas);
  assert.equal(clusters.flat().length, atlas.places.length);
  assert.equal(new Set(clusters.flat()).size, atlas.places.length);
  assert.ok(modularity > 0.5);
  const north = clusters.find((group) => group.includes("MANZHOULI"))!;
  assert.ok(north.includes("ZABAYKALSK") && !north.includes("RUILI"));
});

test("gateway shares are shares, and a port that loses its link loses its role", () => {
  const before = rolesOf(atlas);
  for (const { gateway } of before.places) assert.ok(gateway >= 0 && gateway <= 1);
  const after = rolesOf(atlas, { without: [{ from: "BOTEN", to: "MOHAN" }] });
  const changed = roleChanges(before, after).find(({ place }) => place === "MOHAN");
  assert.ok(changed?.before.includes("port") && !changed.after.includes("port"));
});

test("the atlas answers by neighbour, zone and place", () => {
  const kz = askAtlas(atlas, { neighbour: "KZ" });
  assert.equal(kz.pairs.length, 6);
  assert.ok(kz.zones.some(({ code }) => code === "CZ-KHORGOS"));
  const pilot = askAtlas(atlas, { zoneKind: "pilot-zone", province: "GX" });
  assert.deepEqual(
    pilot.zones.map(({ code }) => code),
    ["PZ-DONGXING", "PZ-PINGXIANG", "PZ-BAISE"],
  );
  const khorgos = askAtlas(atlas, { place: "KHORGOS" });
  assert.deepEqual(
    khorgos.pairs.map(({ to }) => to),
    ["NUR-ZHOLY", "ALTYNKOL"],
  );
  assert.deepEqual(askAtlas(atlas, { place: "NOWHERE" }), { places: [], zones: [], pairs: [] });
});
