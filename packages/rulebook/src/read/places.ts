import type { Place } from "../ir/place.ts";

/** How a scalar is written in the source: its YAML style and where it starts, in UTF-16 units. */
export type ScalarShape = { readonly style: string; readonly source: string; readonly start: number };

/**
 * The function from an offset in a scalar's text to its place in the file. Exact for one-line scalars without
 * escapes and for literal blocks, whose lines are the file's lines less the indent; the start of the scalar
 * otherwise, because folding moves characters.
 */
export function placesOf(text: string, at: Place, shape: ScalarShape): (offset: number) => Place {
  if (shape.style === "BLOCK_LITERAL") return placesOfBlock(text, at, shape);
  const quoted = shape.style.startsWith("QUOTE") ? 1 : 0;
  const start = shape.start + quoted;
  if (shape.style === "BLOCK_FOLDED" || !shape.source.startsWith(text, start)) return () => at;
  return (offset) => ({ ...at, column: at.column + quoted + offset });
}

function placesOfBlock(text: string, at: Place, shape: ScalarShape): (offset: number) => Place {
  let lines: BlockLine[] | undefined;
  return (offset) => {
    lines ??= blockLines(text, shape);
    let index = lines.findLastIndex((line) => line.start <= offset);
    if (index < 0) index = 0;
    const { start, indent } = lines[index]!;
    return { file: at.file, line: at.line + 1 + index, column: indent + offset - start + 1 };
  };
}

/** A line of a block scalar: where it starts in the text, and how far it is indented in the file. */
type BlockLine = { readonly start: number; readonly indent: number };

function blockLines(text: string, { source, start }: ScalarShape): BlockLine[] {
  const lines = text.split("\n");
  const written = source.slice(source.indexOf("\n", start) + 1).split("\n", lines.length);
  let offset = 0;
  return lines.map((line, index) => {
    const here = { start: offset, indent: Math.max(0, (written[index]?.length ?? 0) - line.length) };
    offset += line.length + 1;
    return here;
  });
}
