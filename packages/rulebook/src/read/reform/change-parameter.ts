import { versionKeys } from "../codes.ts";
import type { Findings } from "../findings.ts";
import { hintNear } from "../near.ts";
import { findValue, type Mapping, type Node } from "../node.ts";
import { parseConstant } from "../scalar/constant.ts";
import { dayText } from "../scalar/day.ts";
import { parseType } from "../scalar/type.ts";
import { readTarget } from "./target.ts";
import { findInForce, insertVersion, setValue, withoutKeys } from "./tree.ts";

/**
 * Gives a parameter new figures from a day; keys not named keep those in force. The resolved figures are a warning,
 * so that the author sees them; figures equal to those in force are an error.
 */
export function changeParameter(root: Mapping, change: Mapping, findings: Findings): Mapping | undefined {
  const target = readTarget(change, "parameter", findings);
  const parameters = findValue(root, "parameters");
  if (target === undefined) return undefined;
  const { name, from } = target;
  const parameter = parameters?.kind === "mapping" ? findValue(parameters, name.text) : undefined;
  const values = parameter?.kind === "mapping" ? findValue(parameter, "values") : undefined;
  if (parameter?.kind !== "mapping" || values?.kind !== "sequence") {
    const known = parameters?.kind === "mapping" ? parameters.entries.map(({ key }) => key.text) : [];
    findings.error(
      "name/unknown",
      name.at,
      `Cannot change "${name.text}": the base has no such parameter${hintNear(name.text, known)}`,
    );
    return undefined;
  }
  const own = withoutKeys(change, ["parameter"]);
  const inForce = findInForce(values.items, from);
  const version = inForce === undefined ? own : resolve(own, inForce);
  const before = inForce && figuresText(inForce, parameter);
  if (before === figuresText(version, parameter)) {
    findings.error(
      "reform/no-effect",
      change.at,
      `Cannot change "${name.text}" from ${dayText(from)}: its figures are the same already`,
    );
  }
  findings.warn(
    "reform/resolved",
    change.at,
    `See that "${name.text}" from ${dayText(from)} is to be ${told(version)}`,
  );
  const items = insertVersion(values.items, version, from);
  return setValue(
    root,
    "parameters",
    setValue(parameters as Mapping, name.text, setValue(parameter, "values", { ...values, items })),
  );
}

/** The change, with the figures in force under the keys it does not name. */
function resolve(change: Mapping, inForce: Mapping): Mapping {
  const kept = figuresOf(inForce).filter(({ key }) => findValue(change, key.text) === undefined);
  return { ...change, entries: [...change.entries, ...kept] };
}

function figuresOf({ entries }: Mapping): Mapping["entries"] {
  const others = versionKeys.filter((key) => key !== "is" && key !== "other");
  return entries.filter(({ key }) => !others.some((word) => word === key.text));
}

function told(version: Mapping): string {
  return figuresOf(version)
    .map(({ key, value }) => `${key.text === "is" ? "" : `${key.text} `}${textOf(value)}`)
    .join(", ");
}

/** The figures by key, as read by the parameter's type, so that 8000 and 8000.00 are the same. */
function figuresText(version: Mapping, parameter: Mapping): string {
  const type = parseType(textOf(findValue(parameter, "type")).trim());
  const figures = figuresOf(version).map(({ key, value }) => {
    const text = textOf(value).trim();
    const constant = type.ok ? parseConstant(type.value, text) : undefined;
    return [key.text, constant?.ok ? constant.value : text];
  });
  return JSON.stringify(figures.toSorted(), (_, value) => (typeof value === "bigint" ? value.toString() : value));
}

function textOf(node: Node | undefined): string {
  return node?.kind === "scalar" ? node.text : "";
}
