import type { SideResult, StaticOpenness, TwinResult } from "@twinline/insight";

/** What the rulebook reads, as lines for a terminal. */
export function opennessLines({ rulebook, law, facts, readings, outputs, caveats }: StaticOpenness): readonly string[] {
  const read = readings.map(({ rule, through, row, parameter, cells, provisions }) => {
    const place = through === "row" ? `row ${row}` : through === "parameter" ? `figure ${parameter}` : "formula";
    const when = Object.entries(cells ?? {}).map(([column, text]) => `${column} ${text}`);
    const cited = provisions.map(({ id, cite }) => `${id}: ${cite.en}`).join("; ");
    return `  ${rule}, ${place}${when.length > 0 ? ` (${when.join(", ")})` : ""}: ${cited}`;
  });
  return [
    `${rulebook.name} (${rulebook.side}) on ${law}`,
    `Facts of nationality or side: ${facts.map(({ name, how }) => `${name}${how === "country" ? "" : "*"}`).join(", ") || "none"}`,
    "Where the law reads them:",
    ...(read.length > 0 ? read : ["  nowhere"]),
    "Outputs:",
    ...outputs.map(({ output, dependsOn, path }) =>
      dependsOn.length === 0
        ? `  ${output}: alike for all`
        : `  ${output}: depends on ${dependsOn.join(", ")} by way of ${path.join(" <- ")}`,
    ),
    ...caveats.map(({ en }) => `! ${en}`),
  ];
}

/** The counterfactual twins, as lines for a terminal. */
export function twinLines({ sample, passports, provisions, examples, caveats }: TwinResult): readonly string[] {
  const shown = passports.flatMap(({ passport, kind, compared, different, outputs }) => [
    `  as ${passport} (${kind}): ${different} of ${compared} differ`,
    ...outputs.flatMap(({ output, shifts, amount }) => [
      ...shifts.map(({ from, to, events }) => `      ${output}: ${from} -> ${to}, ${events} times`),
      ...(amount && amount.own !== amount.twin ? [`      ${output}: ${amount.own} -> ${amount.twin} in all`] : []),
    ]),
  ]);
  const example = examples.map(
    ({ passport, kind, passage, line, day, outputs, parting }) =>
      `  passage ${passage}, line ${line}, ${day}, as ${passport} (${kind}): ${outputs.join(", ")}` +
      (parting ? `; parts at ${parting.rule} (${parting.provisions.map(({ id }) => id).join(", ")})` : ""),
  );
  return [
    "",
    `Twins: ${sample.events} events of ${sample.people} people, ${sample.from} to ${sample.to} (${sample.kind})`,
    ...shown,
    "Where the decisions part:",
    ...provisions.map(
      ({ rule, rows, events, provisions: cited }) =>
        `  ${rule}, rows ${rows}: ${events} times; ${cited.map(({ id, cite }) => `${id}: ${cite.en}`).join("; ")}`,
    ),
    "Examples:",
    ...example,
    ...caveats.map(({ en }) => `! ${en}`),
  ];
}

/** The same travellers at both gates, as lines for a terminal. */
export function sideLines(result: SideResult): readonly string[] {
  const { sides, rulebooks, compared, different, outputs, factsOfOneSide, caveats } = result;
  return [
    "",
    `Sides: ${rulebooks[0]} (${sides[0]}) and ${rulebooks[1]} (${sides[1]}): ${different} of ${compared} differ`,
    ...outputs.flatMap(({ output, shifts }) =>
      shifts.map(({ from, to, events }) => `  ${output}: ${from} -> ${to}, ${events} times`),
    ),
    ...factsOfOneSide.map(({ side, facts }) => `  asked on side ${side} alone: ${facts.join(", ") || "nothing"}`),
    ...caveats.map(({ en }) => `! ${en}`),
  ];
}
