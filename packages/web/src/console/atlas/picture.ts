import { dot, link, text as marks } from "@observablehq/plot";
import type { AtlasAnswer, Texts } from "@twinline/api";
import type { PlotOptions } from "../lab/Picture.tsx";

type Seen = {
  readonly country: string | undefined;
  /** The link that is taken away, as FROM|TO. */
  readonly lost: string;
  readonly word: (texts: Texts) => string;
};

const INKS = { central: "var(--jade)", port: "var(--focus)", axis: "var(--ink)" } as const;
/** A label left of its dot or right of it, and how near another dot makes it step aside. */
const NEAR = { x: 9, y: 2.4 } as const;

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
      // Labels of crowded spots turn to the left, so that fewer lie over each other.
      isLeft: atlas.places.some(
        (other) =>
          other.code < one.code && Math.abs(other.at.y - one.at.y) < NEAR.y && Math.abs(other.at.x - one.at.x) < NEAR.x,
      ),
      seen,
    };
  });
  const links = atlas.links.flatMap(({ from, to, kind }) => {
    const [a, b] = [at.get(from), at.get(to)];
    if (a === undefined || b === undefined || `${from}|${to}` === lost) return [];
    const seen = [from, to].some((code) => isSeen({ country: countryOf.get(code) ?? "" }));
    return [{ x1: a.x, y1: a.y, x2: b.x, y2: b.y, kind, opacity: seen ? 1 : 0.2 }];
  });
  const label = (isLeft: boolean) =>
    marks(
      places.filter((place) => place.isLeft === isLeft && place.seen),
      { x: "x", y: "y", text: "name", dx: isLeft ? -8 : 8, textAnchor: isLeft ? "end" : "start", fontSize: 11 },
    );
  const dashed = links.filter(({ kind }) => kind === "inland");
  const firm = links.filter(({ kind }) => kind !== "inland");
  const ends = { x1: "x1", y1: "y1", x2: "x2", y2: "y2", strokeOpacity: "opacity" } as const;
  return {
    width: 960,
    height: 640,
    marginLeft: 60,
    marginRight: 90,
    x: { axis: null, domain: [0, 100] },
    y: { axis: null, domain: [0, 100], reverse: true },
    marks: [
      link(dashed, { ...ends, stroke: "var(--line-strong)", strokeDasharray: "3 4" }),
      link(firm, { ...ends, stroke: "var(--used)", strokeWidth: 2 }),
      dot(places, { x: "x", y: "y", r: "size", fill: "ink", fillOpacity: "opacity" }),
      label(false),
      label(true),
    ],
    r: { type: "identity" },
    color: { type: "identity" },
    opacity: { type: "identity" },
  };
}
