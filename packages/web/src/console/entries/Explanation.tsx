import type { ExplanationLine } from "@twinline/api";
import type { ReactNode } from "react";
import { useTexts } from "../../ui/language.ts";

/** The explanation as a tree: a sentence, its provision, and below it, on request, what it rests on. */
export function Explanation({ lines }: { readonly lines: readonly ExplanationLine[] }): ReactNode {
  return (
    <ul className="tree">
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a told decision never changes, and its lines have no other name
        <li key={at}>
          <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line }: { readonly line: ExplanationLine }): ReactNode {
  if (line.children.length === 0) return <Words line={line} />;
  return (
    <details>
      <summary>
        <Words line={line} />
      </summary>
      <Explanation lines={line.children} />
    </details>
  );
}

function Words({ line: { text, cite, note } }: { readonly line: ExplanationLine }): ReactNode {
  const word = useTexts();
  return (
    <span className="tree-words">
      {word(text)}
      {cite ? <cite>{word(cite)}</cite> : null}
      {note ? <small>{word(note)}</small> : null}
    </span>
  );
}
