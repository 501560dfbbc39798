import type { Atlas, AtlasLink, AtlasZone, Place } from "./atlas.ts";

/** What is asked of the atlas; every field narrows. Codes as the atlas writes them. */
export type AtlasQuery = {
  readonly province?: string;
  readonly neighbour?: string;
  readonly zoneKind?: AtlasZone["kind"];
  readonly place?: string;
};

export type AtlasAnswer = {
  readonly places: readonly Place[];
  readonly zones: readonly AtlasZone[];
  readonly pairs: readonly AtlasLink[];
};

/** Places, zones and port pairs that fit a question; an unknown code finds nothing. */
export function askAtlas(atlas: Atlas, query: AtlasQuery): AtlasAnswer {
  const countryOf = new Map(atlas.places.map(({ code, country }) => [code, country]));
  const provinceOf = new Map(atlas.places.map(({ code, province }) => [code, province]));
  const isPair = ({ from, to, kind }: AtlasLink): boolean =>
    kind === "pair" &&
    (query.neighbour === undefined ||
      countryOf.get(from) === query.neighbour ||
      countryOf.get(to) === query.neighbour) &&
    (query.province === undefined || provinceOf.get(from) === query.province) &&
    (query.place === undefined || from === query.place || to === query.place);
  const pairs = query.zoneKind === undefined ? atlas.links.filter(isPair) : [];
  const zones = atlas.zones.filter(
    (zone) =>
      (query.zoneKind === undefined || zone.kind === query.zoneKind) &&
      (query.province === undefined || zone.provinces.includes(query.province)) &&
      (query.neighbour === undefined || zone.neighbours.includes(query.neighbour)) &&
      (query.place === undefined || zone.place === query.place || zone.pairedPort === query.place),
  );
  const named = new Set([
    ...pairs.flatMap(({ from, to }) => [from, to]),
    ...zones.flatMap(({ place, pairedPort }) => [place, pairedPort]),
    query.place,
  ]);
  const places = atlas.places.filter(
    ({ code, country, province }) =>
      named.has(code) ||
      (query.place === undefined &&
        query.zoneKind === undefined &&
        ((query.province !== undefined && province === query.province) ||
          (query.neighbour !== undefined && country === query.neighbour) ||
          (query.province === undefined && query.neighbour === undefined))),
  );
  return { places, zones, pairs };
}
