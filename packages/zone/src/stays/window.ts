import { presentBetween, type Span } from "./ticks.ts";

/** At most `most` ticks of presence in any `within` consecutive ticks (90 days in any 180: Regulation (EU) 2016/399, art. 6(1)). */
export type Window = { readonly most: number; readonly within: number };

/** Ticks used in the window that ends with tick `at`, `at` itself included. */
export function usedInWindow(spans: readonly Span[], { within }: Window, at: number): number {
  return presentBetween(spans, at + 1 - within, at + 1);
}

/**
 * First tick on which someone who is present from `start` on without a break would be over; undefined when never. `spans`
 * are joined. What leaves the window at its back is free again in front, so the use never falls while one stays: one walk
 * over the earlier spans finds the end.
 */
export function windowEnds(spans: readonly Span[], { most, within }: Window, start: number): number | undefined {
  if (within <= most) return undefined;
  const before = spans.filter((span) => span.from < start).map((span) => ({ ...span, to: Math.min(span.to, start) }));
  let end = start;
  let free = most - presentBetween(before, start - within, start);
  if (free < 0) return start;
  for (const span of before) {
    const [leaves, left] = [Math.max(start, span.from + within), span.to + within];
    if (left <= end) continue;
    if (leaves - end > free) return end + free;
    free -= leaves - end;
    // While the span leaves the window, each new tick takes the place of an old one.
    end = left;
  }
  return end + free;
}

/**
 * First tick from `from` on at which one may be present; undefined when the window allows none at all. A tick on which
 * one was present already costs nothing more. The spans are joined and reach no further than `from`.
 */
export function windowOpens(spans: readonly Span[], window: Window, from: number): number | undefined {
  if (window.most <= 0) return undefined;
  const isPresent = presentBetween(spans, from, from + 1) === 1;
  if (usedInWindow(spans, window, from) + (isPresent ? 0 : 1) <= window.most) return from;
  const first = isPresent ? from + 1 : from;
  let excess = usedInWindow(spans, window, first) + 1 - window.most;
  for (const span of spans) {
    const oldest = Math.max(span.from, first + 1 - window.within);
    const falling = Math.max(0, span.to - oldest);
    if (excess <= falling) return oldest + excess + window.within - 1;
    excess -= falling;
  }
  return first;
}
