/** The version in force on a law date (days since 1970-01-01); undefined before the first. Versions ascend by `from`. */
export function inForce<Version extends { readonly from: number }>(
  versions: readonly Version[],
  law: number,
): Version | undefined {
  return versions.findLast(({ from }) => from <= law);
}
