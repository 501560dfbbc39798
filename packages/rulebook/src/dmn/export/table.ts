import type { Citation } from "../../ir/instrument.ts";
import type { Parameter, ParameterVersion } from "../../ir/parameter.ts";
import type { HitPolicy, Table } from "../../ir/table.ts";
import type { ValueType } from "../../ir/value-type.ts";
import { quote } from "../feel/strings.ts";
import { type Markup, markup, textMarkup } from "../xml/write-xml.ts";
import { printCell } from "./cell.ts";
import { figureText } from "./figure.ts";
import { printFeel } from "./print.ts";
import { typeName } from "./types.ts";

/** Hit policy and aggregation in XML. Without a row `collect` gives `empty` as its default output. */
const policies: { readonly [hit in HitPolicy]: readonly [hitPolicy: string, aggregation?: string] } = {
  any: ["ANY"],
  "collect-list": ["COLLECT"],
  "collect-max": ["COLLECT", "MAX"],
  "collect-min": ["COLLECT", "MIN"],
  "collect-sum": ["COLLECT", "SUM"],
  first: ["FIRST"],
  unique: ["UNIQUE"],
};

type Line = { readonly cells: readonly string[]; readonly output: string; readonly source: readonly Citation[] };
type Column = { readonly name: string; readonly typeRef: string };

/** A rule's table; the sources of its rows are an annotation. */
export function writeTable(id: string, table: Table, type: ValueType): Markup {
  const [hitPolicy, aggregation] = policies[table.hit];
  const lines = table.rows.map(({ cells, output, source }) => ({
    cells: cells.map(printCell),
    output: printFeel(output),
    source,
  }));
  const columns = table.columns.map(({ name, of }) => ({ name, typeRef: typeName(of.type) }));
  const typeRef = typeName(type.kind === "list" ? type.of : type);
  const otherwise = table.empty && printFeel(table.empty);
  return write(id, { hitPolicy, aggregation }, columns, { typeRef, otherwise }, lines);
}

/** The figures of a parameter by its key: one row a key, and one for any other. */
export function writeFigures(id: string, by: Column, parameter: Parameter, version: ParameterVersion): Markup {
  const { keyed, other } = version;
  const line = (cell: string, output: string) => ({ cells: [cell], output, source: version.source });
  const rows = keyed.map(({ key, figure }) => line(quote(key), figureText(parameter.type, figure)));
  const rest = keyed.length === 0 ? "-" : `not(${keyed.map(({ key }) => quote(key)).join(", ")})`;
  const lines = other ? [...rows, line(rest, figureText(parameter.type, other))] : rows;
  const output = { typeRef: typeName(parameter.type), otherwise: undefined };
  return write(id, { hitPolicy: "UNIQUE", aggregation: undefined }, [by], output, lines);
}

function write(
  id: string,
  policy: { hitPolicy: string; aggregation: string | undefined },
  columns: readonly Column[],
  output: { typeRef: string; otherwise: string | undefined },
  lines: readonly Line[],
): Markup {
  const inputs = columns.map(({ name, typeRef }, at) =>
    markup("input", { id: `${id}_input_${at + 1}`, label: name }, [
      markup("inputExpression", { id: `${id}_input_${at + 1}_expression`, typeRef }, [textMarkup("text", name)]),
    ]),
  );
  const otherwise =
    output.otherwise === undefined
      ? []
      : [markup("defaultOutputEntry", { id: `${id}_default` }, [textMarkup("text", output.otherwise)])];
  return markup("decisionTable", { id, ...policy }, [
    ...inputs,
    markup("output", { id: `${id}_output`, typeRef: output.typeRef }, otherwise),
    markup("annotation", { name: "source" }),
    ...lines.map((line, at) => writeRule(`${id}_rule_${at + 1}`, line)),
  ]);
}

function writeRule(id: string, { cells, output, source }: Line): Markup {
  const entry = (tag: string, part: string, text: string) =>
    markup(tag, { id: `${id}_${part}` }, [textMarkup("text", text)]);
  return markup("rule", { id }, [
    ...cells.map((cell, at) => entry("inputEntry", `input_${at + 1}`, cell)),
    entry("outputEntry", "output", output),
    markup("annotationEntry", {}, [textMarkup("text", sourceText(source))]),
  ]);
}

/** Citations as the rulebook writes them. */
export function sourceText(source: readonly Citation[]): string {
  return source.map(({ instrument, provision }) => `${instrument}/${provision}`).join(", ");
}
