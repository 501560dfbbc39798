import {
  type CheckedRulebook,
  type Citation,
  type Figure,
  type Parameter,
  type ParameterVersion,
  valueText,
} from "@twinline/rulebook";
import type { Writing } from "../rulebooks/expression-text.ts";

/** One figure of a dated version: under its key, or alone. */
export type FigureLine = { readonly key: string | undefined; readonly value: string };

/** The figures of a version as lines, in the order of the file; the rest comes last. */
export function figureLines(parameter: Parameter, version: ParameterVersion, reader: Writing): readonly FigureLine[] {
  const { rulebook, locale, text } = reader;
  const told = (figure: Figure): string =>
    figure.kind === "unknown"
      ? text("console.studio.unknown")
      : valueText(rulebook, locale, parameter.type, figure.value);
  const keyType = rulebook.facts.find(({ name }) => name === parameter.by)?.type;
  const keyed = version.keyed.map(({ key, figure }) => ({
    key: keyType ? valueText(rulebook, locale, keyType, key) : key,
    value: told(figure),
  }));
  if (!version.other) return keyed;
  return [...keyed, { key: keyed.length > 0 ? text("console.studio.other") : undefined, value: told(version.other) }];
}

/** A provision in the words of its instrument: "Notice 12/2023, art. 4". */
export function citeText(
  { instruments }: CheckedRulebook,
  { instrument, provision }: Citation,
  { locale }: Writing,
): string {
  const cite = instruments.find(({ id }) => id === instrument)?.cite[locale] ?? instrument;
  return cite.replaceAll("{n}", provision);
}

/** A figure as the file writes it, for the field of a form. */
export function writtenFigure(figure: Figure | undefined): string {
  if (figure === undefined) return "";
  return figure.kind === "unknown" ? "unknown" : figure.written;
}
