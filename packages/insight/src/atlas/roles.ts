import type { Texts } from "@twinline/rulebook";
import { betweenness, pageRank } from "../models/centrality.ts";
import { clustersOf } from "../models/clusters.ts";
import { buildNetwork, type Network } from "../models/network.ts";
import { shortestPaths } from "../models/shortest-paths.ts";
import { articulationPoints } from "../models/structure.ts";
import type { Atlas, AtlasLink, RoleName } from "./atlas.ts";

/** Measures of one place in the network of the atlas, and the roles that follow from them. */
export type PlaceRoles = {
  readonly place: string;
  readonly country: string;
  readonly isBorder: boolean;
  readonly links: number;
  readonly pageRank: number;
  readonly betweenness: number;
  /** Share of the shortest paths between an inland place of one country and a place of another that lead through it. */
  readonly gateway: number;
  readonly isArticulation: boolean;
  readonly roles: readonly RoleName[];
};

/** A link taken away or added, to see what it does to the roles. */
export type LinkChange = {
  readonly without?: readonly Pick<AtlasLink, "from" | "to">[];
  readonly with?: readonly Pick<AtlasLink, "from" | "to">[];
};

export type RolesResult = {
  readonly places: readonly PlaceRoles[];
  /** Places that hang together (Louvain, seeded), the largest cluster first. */
  readonly clusters: readonly (readonly string[])[];
  readonly modularity: number;
  readonly rule: Texts;
  readonly doubt: Texts;
  /** Links that rest on general knowledge alone, of all. */
  readonly uncheckedLinks: number;
  readonly links: number;
};

const DAMPING = 0.85;
/** A central place is among this share of inland places by PageRank. */
const CENTRAL_SHARE = 0.25;

/**
 * Roles from the network alone: central = inland, PageRank in the top quarter of inland places; port = linked across a
 * border and on cross-border shortest paths; axis = its loss splits the network. Every link counts one step.
 */
export function rolesOf(atlas: Atlas, change: LinkChange = {}): RolesResult {
  const links = changed(atlas.links, change);
  const names = atlas.places.map(({ code }) => code);
  const network = buildNetwork(
    names,
    links.map(({ from, to }) => ({ from: names.indexOf(from), to: names.indexOf(to), length: 1, weight: 1 })),
    false,
  );
  const countries = atlas.places.map(({ country }) => country);
  const border = network.beside.map((near, at) => [...near].some((other) => countries[other] !== countries[at]));
  const ranks = pageRank(network, DAMPING);
  const between = betweenness(network);
  const gateways = gatewayShares(network, countries, border);
  const splits = new Set(articulationPoints(network));
  const limit = centralLimit(ranks.filter((_, at) => !border[at]));
  const places = atlas.places.map(({ code, country }, at): PlaceRoles => {
    const roles: RoleName[] = [];
    if (!border[at] && ranks[at]! >= limit) roles.push("central");
    if (border[at] && gateways[at]! > 0) roles.push("port");
    if (splits.has(code)) roles.push("axis");
    return {
      place: code,
      country,
      isBorder: border[at]!,
      links: network.beside[at]!.size,
      pageRank: ranks[at]!,
      betweenness: between[at]!,
      gateway: gateways[at]!,
      isArticulation: splits.has(code),
      roles,
    };
  });
  const { clusters, modularity } = clustersOf(network);
  const unchecked = atlas.links.filter(({ confidence }) => confidence === "U").length;
  return {
    places,
    clusters: clusters.map((group) => group.map((at) => names[at]!)),
    modularity,
    rule,
    doubt,
    uncheckedLinks: unchecked,
    links: atlas.links.length,
  };
}

function changed(
  links: Atlas["links"],
  { without = [], with: added = [] }: LinkChange,
): readonly Pick<AtlasLink, "from" | "to">[] {
  const isSame = (a: Pick<AtlasLink, "from" | "to">, b: Pick<AtlasLink, "from" | "to">): boolean =>
    (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from);
  const left = links.filter((link) => !without.some((one) => isSame(one, link)));
  return [...left, ...added.filter((one) => !left.some((link) => isSame(one, link)))];
}

function centralLimit(ranks: readonly number[]): number {
  const sorted = [...ranks].sort((a, b) => b - a);
  return sorted[Math.max(0, Math.ceil(sorted.length * CENTRAL_SHARE) - 1)] ?? Number.POSITIVE_INFINITY;
}

/** Pairs: an inland place and any place of another country; a place's own paths do not count for itself. */
function gatewayShares(network: Network, countries: readonly string[], border: readonly boolean[]): readonly number[] {
  const trees = network.names.map((_, start) => shortestPaths(network.out, start));
  const through = network.names.map(() => 0);
  let pairs = 0;
  for (const [start, tree] of trees.entries()) {
    if (border[start]) continue;
    for (const [end, length] of tree.distance.entries()) {
      if (countries[end] === countries[start] || !Number.isFinite(length)) continue;
      pairs += 1;
      for (const [via, other] of trees.entries()) {
        if (via === start || via === end || tree.distance[via]! + other.distance[end]! !== length) continue;
        through[via]! += (tree.paths[via]! * other.paths[end]!) / tree.paths[end]!;
      }
    }
  }
  return through.map((one) => (pairs === 0 ? 0 : one / pairs));
}

const rule: Texts = {
  en: "Central: inland, PageRank in the top quarter of inland places. Port: linked across a border and on cross-border shortest paths. Axis: its loss splits the network.",
  zh: "中心：内陆，PageRank居内陆地点前四分之一。口岸：与境外相连并位于跨境最短路径上。轴线：失去它网络即断开。",
  kk: "Орталық: шекарада емес, PageRank бойынша ішкі орындардың жоғарғы төрттен бірінде. Порт: шекара арқылы байланысқан және шекаралық ең қысқа жолдарда жатыр. Ось: онсыз желі бөлінеді.",
  ru: "Центральный: не на границе, PageRank в верхней четверти внутренних мест. Порт: связан через границу и лежит на кратчайших путях через неё. Ось: без него сеть распадается.",
};

const doubt: Texts = {
  en: "Most inland links are general knowledge, not checked; population, headquarters and volumes are not held, so that roles are of position only.",
  zh: "多数内陆线路出自常识，未经核实；无人口、总部和运量数据，因此角色仅反映位置。",
  kk: "Ішкі байланыстардың көбі — тексерілмеген жалпы білім; халық саны, штаб-пәтерлер мен көлемдер жоқ, сондықтан рөлдер тек орналасуды көрсетеді.",
  ru: "Большинство внутренних связей взято из общих сведений и не проверено; населения, штаб-квартир и объёмов нет, поэтому роли говорят только о положении.",
};
