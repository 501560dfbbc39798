import { type Markup, markup, textMarkup } from "../xml/write-xml.ts";

/** An input or decision of the graph: its name, what it requires, and its markup. */
export type Exported = {
  readonly id: string;
  readonly name: string;
  readonly requires: readonly string[];
  readonly markup: Markup;
};

export type Described = {
  readonly name: string;
  readonly label: string | undefined;
  readonly typeRef: string;
  readonly description: string | undefined;
};

export function inputId(name: string): string {
  return `input_${name}`;
}

export function decisionId(name: string): string {
  return `decision_${name}`;
}

/** A fact, counter or the legal day. */
export function exportInput(described: Described): Exported {
  const id = inputId(described.name);
  return {
    id,
    name: described.name,
    requires: [],
    markup: markup("inputData", headOf(id, described), bodyOf(id, described)),
  };
}

/** A parameter or rule with its logic; `requires` are ids of inputs and decisions. */
export function exportDecision(described: Described, requires: readonly string[], logic: Markup): Exported {
  const id = decisionId(described.name);
  const requirements = requires.map((required) =>
    markup("informationRequirement", { id: requirementId(id, required) }, [
      markup(required.startsWith("input_") ? "requiredInput" : "requiredDecision", { href: `#${required}` }),
    ]),
  );
  const content = [...bodyOf(id, described), ...requirements, logic];
  return { id, name: described.name, requires, markup: markup("decision", headOf(id, described), content) };
}

export function requirementId(id: string, required: string): string {
  return `${id}_needs_${required}`;
}

function headOf(id: string, { name, label }: Described): Markup["attributes"] {
  return { id, name, label };
}

function bodyOf(id: string, { name, typeRef, description }: Described): readonly Markup[] {
  const variable = markup("variable", { id: `${id}_variable`, name, typeRef });
  return description === undefined ? [variable] : [textMarkup("description", description), variable];
}

/** A literal expression. */
export function literal(id: string, text: string): Markup {
  return markup("literalExpression", { id }, [textMarkup("text", text)]);
}
