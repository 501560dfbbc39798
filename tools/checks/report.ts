/** What one of the repository's own checks found; `seen` guards against a check that looked at nothing. */
export type CheckReport = { readonly name: string; readonly seen: number; readonly faults: readonly string[] };
