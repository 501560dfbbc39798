import type { CheckReport } from "./report.ts";
import { listFiles } from "./sources.ts";

const FORBIDDEN = /(^|[/-])(utils?|common|helpers?|managers?|shared|misc|core)([./-]|$)/i;

/** A room without a concept in its name gathers whatever has no home (style.md §5). */
export function checkNames(files: readonly string[] = listFiles(/^(packages|tools|e2e|bench|chaos)\//)): CheckReport {
  const faults = files.filter((file) => FORBIDDEN.test(file)).map((file) => `${file}: name it after its concept`);
  return { name: "names", seen: files.length, faults };
}
