import type { CellSyntax, Range, Syntax } from "../parse/syntax.ts";
import type { RuleDraft, VersionDraft } from "../read/draft.ts";
import type { Findings } from "../read/findings.ts";

/** Rules in an order in which each follows all it reads; those in a cycle are left out, and are a finding. */
export function orderRules(rules: readonly RuleDraft[], findings: Findings): RuleDraft[] {
  const byName = new Map(rules.map((rule) => [rule.name, rule]));
  const reads = new Map(rules.map((rule) => [rule.name, namesOfRule(rule).filter((name) => byName.has(name))]));
  const ordered: RuleDraft[] = [];
  const done = new Set<string>();
  const broken = new Set<string>();
  for (const rule of rules) visit(rule.name);
  return ordered;

  /** Depth first, without recursion: a chain of rules may be longer than the stack. */
  function visit(start: string): void {
    const path: { name: string; next: number }[] = [{ name: start, next: 0 }];
    while (path.length > 0) {
      const top = path.at(-1)!;
      const next = done.has(top.name) ? undefined : reads.get(top.name)![top.next];
      if (next === undefined) {
        finish(top.name);
        path.pop();
      } else {
        top.next += 1;
        const index = path.findIndex(({ name }) => name === next);
        if (index >= 0) report(path.slice(index).map(({ name }) => name));
        else if (!done.has(next)) path.push({ name: next, next: 0 });
      }
    }
  }

  function finish(name: string): void {
    if (done.has(name)) return;
    done.add(name);
    if (!broken.has(name)) ordered.push(byName.get(name)!);
  }

  function report(cycle: readonly string[]): void {
    if (!cycle.some((name) => broken.has(name))) {
      const told = [...cycle, cycle[0]!].map((name) => `"${name}"`).join(" reads ");
      findings.error("rule/cycle", byName.get(cycle[0]!)!.at, `Cannot order the rules: ${told}`);
    }
    for (const name of cycle) broken.add(name);
  }
}

/** Every name a rule's versions mention. */
export function namesOfRule(rule: RuleDraft): string[] {
  return [...new Set(rule.versions.flatMap(namesOfVersion))];
}

/** Every name one version mentions. */
export function namesOfVersion({ body }: VersionDraft): string[] {
  if (body.kind === "is") return namesOf(body.syntax);
  const { columns, rows } = body.table;
  const cells = rows.flatMap((row) => [...row.cells.flatMap(namesOfCell), ...namesOf(row.output)]);
  return [...columns.map(({ text }) => text), ...cells, ...(body.empty ? namesOf(body.empty) : [])];
}

function namesOfCell(cell: CellSyntax): string[] {
  if (cell.kind !== "tests" && cell.kind !== "not") return [];
  return cell.tests.flatMap((test) => (test.kind === "range" ? namesOfRange(test.range) : namesOf(test.operand)));
}

/** Every name an expression mentions. */
export function namesOf(syntax: Syntax): string[] {
  switch (syntax.kind) {
    case "name":
      return [syntax.name];
    case "call":
      return syntax.arguments.flatMap(namesOf);
    case "operation":
    case "comparison":
      return [...namesOf(syntax.left), ...namesOf(syntax.right)];
    case "within":
      return [...namesOf(syntax.operand), ...namesOfRange(syntax.range)];
    case "and":
    case "or":
      return syntax.operands.flatMap(namesOf);
    case "not":
      return namesOf(syntax.operand);
    case "if":
      return [syntax.condition, syntax.then, syntax.otherwise].flatMap(namesOf);
    default:
      return [];
  }
}

function namesOfRange({ low, high }: Range): string[] {
  return [...namesOf(low), ...namesOf(high)];
}
