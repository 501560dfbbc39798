import { parseFeel, parseFeelCell } from "../feel/parse.ts";
import type { KnownNames } from "../feel/tokens.ts";
import { type Definitions, nameOf, readDefinitions } from "../model/definitions.ts";
import { DmnError, unreadable } from "../problem.ts";
import { type Policy, readPolicy } from "../table/policy.ts";
import { childrenOf, type Element, findChild } from "../xml/element.ts";
import { cellText, type Figures, outputText } from "./literal.ts";
import { figuresText, ruleText } from "./rule-text.ts";
import { identifierOf } from "./words.ts";

/** A DMN table in our words, and all that our language does not take over, one sentence each. */
export type ImportedTable = {
  /** One rule for each output column, as it stands under `rules`. */
  readonly rules: readonly string[];
  /** The figures of the cells, as they stand under `parameters`; date and source are the author's to add. */
  readonly parameters: readonly string[];
  readonly outside: readonly string[];
};

/** Our hit policies; the order of RULE ORDER is the order of every list of ours. */
const hits: { readonly [policy in Policy]?: string } = {
  ANY: "any",
  COLLECT: "collect list",
  "COLLECT MAX": "collect max",
  "COLLECT MIN": "collect min",
  "COLLECT SUM": "collect sum",
  FIRST: "first",
  "RULE ORDER": "collect list",
  UNIQUE: "unique",
};

/** Reads the decision table of a decision by its name. Throws DmnError `dmn/unreadable` if there is none. */
export function importTable(text: string, name: string): ImportedTable {
  const definitions = readDefinitions(text);
  const decision = [...definitions.decisions.values()].find((each) => nameOf(each) === name);
  if (decision === undefined) {
    const names = [...definitions.decisions.values()].map((each) => `"${nameOf(each)}"`).join(", ");
    return unreadable(`there is no decision "${name}", only ${names || "none at all"}`);
  }
  const table = findChild(decision, "decisionTable") ?? unreadable(`the decision "${name}" is no decision table`);
  return new TableImport(table, name, namesIn(definitions)).done();
}

/** Cells are read without types, so all names of the file count. */
function namesIn({ inputs, decisions, models }: Definitions): KnownNames {
  const elements = [inputs, decisions, models].flatMap((each) => [...each.values()]);
  return { names: new Set(elements.map(nameOf)), properties: new Set() };
}

class TableImport {
  readonly #table: Element;
  readonly #name: string;
  readonly #known: KnownNames;
  readonly #figures: Figures = new Map();
  readonly #outside: string[] = [];

  constructor(table: Element, name: string, known: KnownNames) {
    this.#table = table;
    this.#name = name;
    this.#known = known;
  }

  done(): ImportedTable {
    const columns = childrenOf(this.#table, "input").map((input, at) => this.#column(input, at));
    const rows = childrenOf(this.#table, "rule");
    const cells = rows.map((row, at) => this.#cells(row, at, columns));
    const outputs = childrenOf(this.#table, "output");
    const hit = this.#hit();
    const rules = outputs.map((output, index) => {
      const name = this.#outputName(output, outputs.length);
      const results = rows.map((row, at) => this.#output(childrenOf(row, "outputEntry")[index], at, name));
      if (findChild(output, "defaultOutputEntry")) this.#note(`"${name}" has a default output: write it as a last row`);
      return ruleText(
        name,
        hit,
        columns,
        cells.map((row, at) => [...row, results[at]!]),
      );
    });
    const names = [
      ...columns,
      ...outputs.map((output) => this.#outputName(output, outputs.length)),
      ...this.#figures.keys(),
    ];
    const twice = names.filter((each, at) => names.indexOf(each) < at);
    if (twice.length > 0) this.#note(`two things become "${twice[0]}": rename one`);
    return { rules, parameters: figuresText(this.#figures), outside: this.#outside };
  }

  #hit(): string {
    const { attributes } = this.#table;
    const policy = this.#attempt("hit policy", () =>
      readPolicy(attributes.get("hitPolicy"), attributes.get("aggregation")),
    );
    const hit = policy && hits[policy];
    if (policy && !hit) this.#note(`hit policy ${policy}`);
    // What is not ours stays as it was, so that no rulebook loads with it.
    return hit ?? attributes.get("hitPolicy") ?? "";
  }

  #column(input: Element, at: number): string {
    const text = textOf(findChild(input, "inputExpression"));
    const place = `column ${at + 1}`;
    const node = this.#attempt(place, () => parseFeel(text, this.#known));
    if (node && node.kind !== "name") this.#note(`${place}: "${text}" is calculated: make it a rule`);
    return identifierOf(node?.kind === "name" ? node.name : "", `column_${at + 1}`);
  }

  #cells(row: Element, at: number, columns: readonly string[]): readonly string[] {
    const entries = childrenOf(row, "inputEntry");
    return columns.map((column, index) => {
      const text = textOf(entries[index]);
      const read = () => cellText(parseFeelCell(text, this.#known), column, this.#figures);
      return this.#attempt(`row ${at + 1}, ${column}`, read) ?? text;
    });
  }

  #output(entry: Element | undefined, at: number, name: string): string {
    const text = textOf(entry);
    const read = () => outputText(parseFeel(text, this.#known), name, this.#figures);
    return this.#attempt(`row ${at + 1}, ${name}`, read) ?? text;
  }

  #outputName(output: Element, count: number): string {
    const own = output.attributes.get("name") ?? "";
    return identifierOf(count > 1 ? `${this.#name} ${own}` : this.#name, "result");
  }

  #attempt<T>(place: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof DmnError)) throw error;
      this.#note(`${place}: ${error.reason}`);
      return undefined;
    }
  }

  #note(sentence: string): void {
    this.#outside.push(sentence);
  }
}

function textOf(element: Element | undefined): string {
  return (element && findChild(element, "text")?.text.trim()) ?? "";
}
