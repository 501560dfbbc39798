import type { CodeList } from "../../ir/code-list.ts";
import type { Bounds } from "../../ir/integer.ts";
import type { CheckedRulebook } from "../../ir/rulebook.ts";
import { isNumeric, type ValueType } from "../../ir/value-type.ts";
import { quote } from "../feel/strings.ts";
import { noForm } from "../problem.ts";
import { type Markup, markup, textMarkup } from "../xml/write-xml.ts";
import { constantText } from "./constant.ts";

/** The FEEL type of a value; a code's is the item definition of its list. */
export function typeName(type: ValueType): string {
  switch (type.kind) {
    case "boolean":
      return "boolean";
    case "day":
      return "date";
    case "code":
      return codeTypeName(type.list);
    case "text":
    case "country":
      return "string";
    case "list":
      return listTypeName(type);
    case "moment":
      return noForm("a value of type moment");
    default:
      return "number";
  }
}

/** The type of a fact or counter: its own, with its range as allowed values, where it has one. */
export function inputTypeName(name: string, type: ValueType, range: Bounds | undefined): string {
  return range && isNumeric(type) ? `t_${name}` : typeName(type);
}

/** Code lists, ranges of facts and counters, and lists that tables collect. */
export function writeTypes({ codes, facts, counters, rules }: CheckedRulebook): readonly Markup[] {
  const ranged = [...facts, ...counters].flatMap(({ name, type, range }) => {
    const typeRef = inputTypeName(name, type, range);
    return range && typeRef !== typeName(type) ? [rangeType(typeRef, type, range)] : [];
  });
  const lists = new Map(
    rules.flatMap(({ type }) => (type.kind === "list" ? [[listTypeName(type), type] as const] : [])),
  );
  return [...codes.map(codeType), ...ranged, ...[...lists].map(([name, type]) => listType(name, type))];
}

function codeType({ name, values }: CodeList): Markup {
  return narrowed(codeTypeName(name), "string", values.map(({ code }) => quote(code)).join(", "));
}

function rangeType(name: string, type: ValueType, { min, max }: Bounds): Markup {
  return narrowed(name, typeName(type), `[${constantText(type, min)}..${constantText(type, max)}]`);
}

function narrowed(name: string, base: string, allowed: string): Markup {
  return markup("itemDefinition", { id: `type_${name}`, name }, [
    textMarkup("typeRef", base),
    markup("allowedValues", { id: `type_${name}_values` }, [textMarkup("text", allowed)]),
  ]);
}

function listType(name: string, type: Extract<ValueType, { kind: "list" }>): Markup {
  return markup("itemDefinition", { id: `type_${name}`, name, isCollection: "true" }, [
    textMarkup("typeRef", typeName(type.of)),
  ]);
}

function codeTypeName(list: string): string {
  return `t_code_${list}`;
}

function listTypeName({ of }: Extract<ValueType, { kind: "list" }>): string {
  return `t_list_of_${typeName(of)}`;
}
