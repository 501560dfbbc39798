import { dot, link, text as marks } from "@observablehq/plot";
import type { AtlasAnswer, Texts } from "@twinline/api";
import type { PlotOptions } from "../lab/Picture.tsx";
import { placeLabels, type Spot } from "./labels.ts";

type Seen = {
  readonly country: string | undefined;
  /** The link that is taken away, as FROM|TO. */
  readonly lost: string;
  readonly word: (texts: Texts) => string;
};

const INKS = { central: "var(--jade)", port: "var(--focus)", axis: "var(--ink)" } as const;
const SIZE = { width: 960, height: 640, left: 70, right: 100, top: 20, bottom: 20 } as const;
const ASIDE = {
  right: { dx: 8, textAnchor: "start" },
  left: { dx: -8, textAnchor: "end" },
  above: { dy: -13, textAnchor: "middle" },
  below: { dy: 13, textAnchor: "middle" },
} as const;

/** The schematic: places at their own spots of a square, links between them; size and ink by role. */
export function atlasPicture({ atlas, roles }: AtlasAnswer, { country, lost, word }: Seen): PlotOptions {
  const rolesOf = new Map(roles.places.map((one) => [one.place, one.roles]));
  const at = new Map(atlas.places.map(({ code, at: place }) => [code, place]));
  const isSeen = (one: { readonly country: string }): boolean => country === undefined || one.country === country;
  const countryOf = new Map(atlas.places.map((one) => [one.code, one.country]));
  const places = atlas.places.map((one) => {
    const own = rolesOf.get(one.code) ?? [];
    const role = (["central", "port", "axis"] as const).find((name) => own.includes(name));
    const seen = isSeen(one);
    return {
      x: one.at.x,
      y: one.at.y,
      name: word(one.name),
      ink: role === undefined ? "var(--used)" : INKS[role],
      size: role === undefined ? 3 : 5,
      opacity: seen ? 1 : 0.25,
      seen,
    };
  });
  const links = atlas.links.flatMap(({ from, to, kind }) => {
    const [a, b] = [at.get(from), at.get(to)];
    if (a === undefined || b === undefined || `${from}|${to}` === lost) return [];
    const seen = [from, to].some((code) => isSeen({ country: countryOf.get(code) ?? "" }));
    return [{ x1: a.x, y1: a.y, x2: b.x, y2: b.y, kind, opacity: seen ? 1 : 0.2 }];
  });
  const across = (SIZE.width - SIZE.left - SIZE.right) / 100;
  const down = (SIZE.height - SIZE.top - SIZE.bottom) / 100;
  const spots = places.filter(({ seen }) => seen).map(({ x, y, name }) => ({ x: x * across, y: y * down, name }));
  const labels = Map.groupBy(placeLabels(spots), ({ side }) => side);
  const dashed = links.filter(({ kind }) => kind === "inland");
  const firm = links.filter(({ kind }) => kind !== "inland");
  const ends = { x1: "x1", y1: "y1", x2: "x2", y2: "y2", strokeOpacity: "opacity" } as const;
  return {
    width: SIZE.width,
    height: SIZE.height,
    marginLeft: SIZE.left,
    marginRight: SIZE.right,
    marginTop: SIZE.top,
    marginBottom: SIZE.bottom,
    x: { axis: null, domain: [0, 100] },
    y: { axis: null, domain: [0, 100], reverse: true },
    marks: [
      link(dashed, { ...ends, stroke: "var(--line-strong)", strokeDasharray: "3 4" }),
      link(firm, { ...ends, stroke: "var(--used)", strokeWidth: 2 }),
      dot(places, { x: "x", y: "y", r: "size", fill: "ink", fillOpacity: "opacity" }),
      ...[...labels].map(([side, own]) =>
        marks(own, {
          x: ({ x }: Spot) => x / across,
          y: ({ y }: Spot) => y / down,
          text: "name",
          fontSize: 11,
          ...ASIDE[side],
        }),
      ),
    ],
    r: { type: "identity" },
    color: { type: "identity" },
    opacity: { type: "identity" },
  };
}
