import { parseArgs } from "node:util";
import { type AtlasZone, askAtlas, atlas, compareRoles, rolesOf } from "@twinline/insight";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";

const zoneKinds: readonly AtlasZone["kind"][] = [
  "border-zone",
  "pilot-zone",
  "cross-border-zone",
  "proposed-cross-border-zone",
];

/** Places, zones and port pairs, and the roles that the network gives beside the sources' own. */
export const command: Command = {
  name: "atlas",
  usage: "atlas [--province XJ] [--neighbour KZ] [--zones KIND] [--place KHORGOS] [--roles] [--json]",
  about: "Shows places, zones, port pairs and corridors with their sources, and the roles the network gives them",
  run,
};

async function run(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      province: { type: "string" },
      neighbour: { type: "string" },
      zones: { type: "string" },
      place: { type: "string" },
      roles: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const zoneKind = zoneKinds.find((kind) => kind === values.zones);
  if (values.zones !== undefined && zoneKind === undefined)
    throw new UsageError(`--zones takes one of ${zoneKinds.join(", ")}, not "${values.zones}"`);
  const { province, neighbour, place } = values;
  requireCode("province", province, atlas.provinces);
  requireCode("neighbour", neighbour, atlas.neighbours);
  requireCode("place", place, atlas.places);
  const answer = askAtlas(atlas, {
    ...(province === undefined ? {} : { province }),
    ...(neighbour === undefined ? {} : { neighbour }),
    ...(place === undefined ? {} : { place }),
    ...(zoneKind === undefined ? {} : { zoneKind }),
  });
  const roles = rolesOf(atlas);
  const agreement = compareRoles(atlas, roles);
  if (values.json) effects.out(JSON.stringify({ ...answer, ...(values.roles ? { roles, agreement } : {}) }, null, 2));
  else
    for (const line of [...answerLines(answer), ...(values.roles ? roleLines(roles, agreement) : [])])
      effects.out(line);
  return 0;
}

function requireCode(name: string, code: string | undefined, known: readonly { readonly code: string }[]): void {
  if (code === undefined || known.some((one) => one.code === code)) return;
  throw new UsageError(`--${name} takes one of ${known.map((one) => one.code).join(", ")}, not "${code}"`);
}

function answerLines({ places, zones, pairs }: ReturnType<typeof askAtlas>): readonly string[] {
  const named = new Map(atlas.places.map(({ code, name }) => [code, name.en]));
  return [
    `Places (${places.length}):`,
    ...places.map(
      ({ name, country, kind, source, confidence }) => `  ${name.en} (${country}), ${kind} [${source}; ${confidence}]`,
    ),
    `Zones (${zones.length}):`,
    ...zones.map(
      ({ name, kind, since, areaKm2, source, confidence, doubt }) =>
        `  ${name.en}, ${kind}${since ? `, ${since}` : ""}${areaKm2 ? `, ${areaKm2} km²` : ""} [${source}; ${confidence}]${doubt ? ` ! ${doubt.en}` : ""}`,
    ),
    `Port pairs (${pairs.length}):`,
    ...pairs.map(
      ({ from, to, modes, source, confidence }) =>
        `  ${named.get(from)} - ${named.get(to)} (${modes.join(", ")}) [${source}; ${confidence}]`,
    ),
  ];
}

function roleLines(roles: ReturnType<typeof rolesOf>, agreement: ReturnType<typeof compareRoles>): readonly string[] {
  return [
    "",
    roles.rule.en,
    ...agreement.flatMap(({ role, source, examples, agreed, notNamed }) => [
      `${role}: ${agreed} of ${examples.length} examples of ${source} agree`,
      ...examples
        .filter(({ agrees }) => !agrees)
        .map(
          ({ place, named, network }) =>
            `  differs: ${place} (${named}): the network gives ${network.join(", ") || "no role"}`,
        ),
      `  given by the network and not named there: ${notNamed.join(", ") || "none"}`,
    ]),
    `Clusters (modularity ${roles.modularity.toFixed(3)}):`,
    ...roles.clusters.map((group) => `  ${group.join(", ")}`),
    `! ${roles.doubt.en} ${roles.uncheckedLinks} of ${roles.links} links are not checked.`,
  ];
}
