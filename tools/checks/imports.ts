import { builtinModules } from "node:module";
import path from "node:path";
import type { CheckReport } from "./report.ts";
import { type Source, typescriptSources } from "./sources.ts";

/** Which packages each package may import (ARCHITECTURE.md, "The house"). */
const arrows: Readonly<Record<string, readonly string[]>> = {
  rulebook: [],
  journal: [],
  zone: ["rulebook"],
  insight: ["zone", "rulebook"],
  api: ["zone"],
  server: ["api", "insight", "journal", "rulebook", "zone"],
  web: ["api", "journal", "rulebook", "zone"],
  cli: ["api", "insight", "journal", "rulebook", "server", "zone", "web"],
};

/** Pure packages see no clock, random, file or network; the named files are their doors to Node. */
const pure = ["rulebook", "journal", "zone"];
const doors = new Set(["packages/rulebook/src/load.ts", "packages/journal/src/node.ts"]);
const builtins = new Set(builtinModules);

type Import = { readonly from: string; readonly spec: string; readonly typeOnly: boolean };

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|import\("([^"]+)"\)/gm;

export function importsOf(source: Source): readonly Import[] {
  return [...source.text.matchAll(STATEMENT)].map((match) => ({
    from: source.path,
    spec: match[2] ?? match[3] ?? "",
    typeOnly: match[1] !== undefined,
  }));
}

function packageOf(file: string): string | undefined {
  return /^packages\/([^/]+)\/src\//.exec(file)?.[1];
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$|\/testing\/|\/fixtures\//.test(file);
}

function directionFault({ from, spec }: Import): string | undefined {
  const home = packageOf(from);
  const target = /^@twinline\/([a-z]+)/.exec(spec)?.[1];
  if (!home || !target || target === home || isTest(from)) return undefined;
  return arrows[home]?.includes(target) ? undefined : `${from}: package "${home}" may not import "${target}"`;
}

function crossingFault({ from, spec }: Import): string | undefined {
  if (!spec.startsWith(".")) return undefined;
  const target = path.posix.join(path.posix.dirname(from), spec);
  const home = packageOf(from);
  if (home === undefined || target.startsWith(`packages/${home}/`) || isTest(from)) return undefined;
  return `${from}: reaches out of its package to "${spec}"; import the package by name`;
}

function purityFault({ from, spec, typeOnly }: Import): string | undefined {
  const home = packageOf(from);
  if (!home || !pure.includes(home) || typeOnly || isTest(from) || doors.has(from)) return undefined;
  return spec.startsWith("node:") || builtins.has(spec)
    ? `${from}: "${home}" is pure and may not import "${spec}"`
    : undefined;
}

/** Strongly connected components by Tarjan's algorithm (1972) over value imports between files. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node)!, low.get(next)!));
    }
    if (low.get(node) !== index.get(node)) return;
    const component = stack.splice(stack.indexOf(node));
    if (component.length > 1) found.push(component);
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}

function fileGraph(imports: readonly Import[], files: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const graph = new Map<string, string[]>([...files].map((file) => [file, []]));
  for (const { from, spec, typeOnly } of imports) {
    if (typeOnly || !spec.startsWith(".")) continue;
    const target = path.posix.join(path.posix.dirname(from), spec);
    if (files.has(target)) graph.get(from)?.push(target);
  }
  return graph;
}

/** Arrows only downwards, no cycles, pure packages pure. */
export function checkImports(sources: readonly Source[] = typescriptSources()): CheckReport {
  const imports = sources.flatMap(importsOf);
  const rules = [directionFault, crossingFault, purityFault];
  const faults = imports.flatMap((one) => rules.map((rule) => rule(one)).filter((fault) => fault !== undefined));
  const graph = fileGraph(imports, new Set(sources.map((source) => source.path)));
  const knots = cycles(graph).map((files) => `import cycle: ${files.join(" → ")}`);
  return { name: "imports", seen: imports.length, faults: [...faults, ...knots] };
}
