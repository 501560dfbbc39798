/** One dimension of a table at one date: its atoms, each with the set of rows (bits) whose cells it passes. */
export type Axis = { readonly masks: readonly bigint[] };

/** What a scan finds; a case is the index of an atom per axis. */
export type Scan = {
  gap?: readonly number[];
  /** Rows that hit together though they may not. */
  overlap?: { readonly rows: readonly [number, number]; readonly at: readonly number[] };
  /** Rows that hit somewhere, under `first` as the first. */
  hit: bigint;
  /** Rows whose cells hold somewhere. */
  held: bigint;
};

/** How rows may hit: `clash` names two of the rows that may not hit together. */
export type ScanRules = {
  readonly all: bigint;
  readonly needsHit: boolean;
  readonly firstOnly: boolean;
  readonly clash: (rows: bigint) => readonly [number, number] | undefined;
};

/**
 * Goes through all combinations of the axes' atoms. Where the same rows are left at the same depth the rest is the
 * same too, and is gone through once.
 */
export function scan(axes: readonly Axis[], rules: ScanRules, result: Scan): void {
  const path: number[] = [];
  const seen = Array.from({ length: axes.length + 1 }, () => new Set<bigint>());
  descend(0, rules.all);

  function descend(depth: number, rows: bigint): void {
    if (seen[depth]!.has(rows)) return;
    seen[depth]!.add(rows);
    if (rows === 0n) {
      if (rules.needsHit) result.gap ??= [...path.slice(0, depth), ...axes.slice(depth).map(() => 0)];
    } else if (depth < axes.length) {
      for (const [index, mask] of axes[depth]!.masks.entries()) {
        path[depth] = index;
        descend(depth + 1, rows & mask);
      }
    } else settle(rows);
  }

  function settle(rows: bigint): void {
    result.held |= rows;
    result.hit |= rules.firstOnly ? rows & -rows : rows;
    const clash = result.overlap === undefined ? rules.clash(rows) : undefined;
    if (clash !== undefined) result.overlap = { rows: clash, at: path.slice(0, axes.length) };
  }
}

/** The numbers of the rows in a set, from 0. */
export function rowsOf(set: bigint): number[] {
  const rows: number[] = [];
  for (let rest = set, row = 0; rest !== 0n; rest >>= 1n, row++) if ((rest & 1n) === 1n) rows.push(row);
  return rows;
}
