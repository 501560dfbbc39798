import type { Atlas, RoleName } from "./atlas.ts";
import type { RolesResult } from "./roles.ts";

/** One example of the source against the network: agreed, or the roles that the network gives instead. */
export type RoleComparison = {
  readonly place: string;
  readonly named: string;
  readonly agrees: boolean;
  readonly network: readonly RoleName[];
};

export type RoleAgreement = {
  readonly role: RoleName;
  readonly source: string;
  readonly examples: readonly RoleComparison[];
  readonly agreed: number;
  /** Places to which the network gives the role and the source does not. */
  readonly notNamed: readonly string[];
};

/** The network's roles beside the source's own examples; differences are told, never mended. */
export function compareRoles({ examples }: Atlas, { places }: RolesResult): readonly RoleAgreement[] {
  const rolesOf = new Map(places.map((one) => [one.place, one.roles]));
  return examples.map(({ role, examples: named, source }) => {
    const compared = named.map((one) => {
      const network = rolesOf.get(one.place) ?? [];
      return { place: one.place, named: one.named, agrees: network.includes(role), network };
    });
    const known = new Set(named.map(({ place }) => place));
    return {
      role,
      source,
      examples: compared,
      agreed: compared.filter(({ agrees }) => agrees).length,
      notNamed: places.flatMap(({ place, roles }) => (roles.includes(role) && !known.has(place) ? [place] : [])),
    };
  });
}

/** Places whose roles differ between two networks, for instance before and after a new link. */
export function roleChanges(
  before: RolesResult,
  after: RolesResult,
): readonly { readonly place: string; readonly before: readonly RoleName[]; readonly after: readonly RoleName[] }[] {
  const later = new Map(after.places.map((one) => [one.place, one.roles]));
  return before.places.flatMap(({ place, roles }) => {
    const now = later.get(place) ?? [];
    return roles.join() === now.join() ? [] : [{ place, before: roles, after: now }];
  });
}
