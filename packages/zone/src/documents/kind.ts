import type { DocumentRow } from "../zones/zone.ts";

/**
 * Document kind of a zone's code (two characters) and issuer (ICAO code): the first row that fits. In a row `*` stands
 * for any code or issuer, and at the end of a code for any second character. `certain` is false for a row that takes
 * every code: then an officer may name the kind.
 */
export function findKind(
  rows: readonly DocumentRow[],
  code: string,
  issuer: string,
): { readonly kind: string; readonly certain: boolean } | undefined {
  const row = rows.find((one) => fitsCode(one.code, code) && (one.issuer === "*" || one.issuer === issuer));
  return row === undefined ? undefined : { kind: row.kind, certain: row.code !== "*" };
}

function fitsCode(pattern: string, code: string): boolean {
  return pattern.endsWith("*") ? code.startsWith(pattern.slice(0, -1)) : pattern === code;
}
