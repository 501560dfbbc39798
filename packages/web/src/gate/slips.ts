import { COVERS_MAX, type SaleRow } from "@twinline/api";

/** A sale that the traveller may carry out: listed by the node under her pass, or scanned from the till's paper. */
export type Slip = {
  readonly id: string;
  /** Goes out with this passage, as far as the officer says. */
  readonly isTicked: boolean;
  readonly isScanned: boolean;
  /** What the node knows of it; absent for a paper whose pass was not shown, or without the node. */
  readonly row?: SaleRow;
};

const SLIP = /^[A-Za-z0-9_-]{43}\.[1-9]\d{0,9}$/;

/** The id of a sale, if that is what was scanned. */
export function slipOf(lines: readonly string[]): string | undefined {
  const [line = "", ...more] = lines.map((one) => one.trim());
  return more.length === 0 && SLIP.test(line) ? line : undefined;
}

/** The till's own number of a sale, as its slip prints it. */
export function slipNumber(id: string): string {
  return id.slice(id.indexOf(".") + 1);
}

/** A sale whose goods are out or back at the till cannot be carried out, as the node says before it is asked. */
export function isOpenSlip({ row }: Slip): boolean {
  return row === undefined || row.state === "open";
}

/** Ids that the passage names. */
export function tickedOf(slips: readonly Slip[]): readonly string[] {
  return slips.filter(({ isTicked }) => isTicked).map(({ id }) => id);
}

/** No further slip goes with one passage (contract: COVERS_MAX). */
export function isFull(slips: readonly Slip[]): boolean {
  return tickedOf(slips).length >= COVERS_MAX;
}

/** The same paper read twice is one slip; a paper beyond the limit is not taken. */
export function withScanned(slips: readonly Slip[], id: string): readonly Slip[] {
  const found = slips.find((slip) => slip.id === id);
  if (found === undefined) return isFull(slips) ? slips : [...slips, { id, isTicked: true, isScanned: true }];
  const isTicked = found.isTicked || (isOpenSlip(found) && !isFull(slips));
  return slips.map((slip) => (slip === found ? { ...slip, isTicked, isScanned: true } : slip));
}

/** What the node lists is ready-ticked as far as it is still inside; what the officer ticked or scanned stays so. */
export function withRows(slips: readonly Slip[], rows: readonly SaleRow[]): readonly Slip[] {
  const known = slips.map((slip) => {
    const row = rows.find(({ id }) => id === slip.id);
    const next = row === undefined ? slip : { ...slip, row };
    return isOpenSlip(next) ? next : { ...next, isTicked: false };
  });
  const more = rows.filter(({ id }) => slips.every((slip) => slip.id !== id));
  const room = COVERS_MAX - tickedOf(known).length;
  const inside = more.filter(({ state }) => state === "open").slice(0, room);
  return [...known, ...more.map((row) => ({ id: row.id, isTicked: inside.includes(row), isScanned: false, row }))];
}

export function withTick(slips: readonly Slip[], id: string, isTicked: boolean): readonly Slip[] {
  if (isTicked && isFull(slips)) return slips;
  return slips.map((slip) => (slip.id === id && isOpenSlip(slip) ? { ...slip, isTicked } : slip));
}

/** Another pass: only the papers in the traveller's hand stay. */
export function onlyScanned(slips: readonly Slip[]): readonly Slip[] {
  return slips.filter(({ isScanned }) => isScanned).map(({ row: _, ...slip }) => slip);
}
