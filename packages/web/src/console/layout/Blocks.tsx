import type { LayoutBlock } from "@twinline/api";
import type { ReactNode } from "react";
import { useTexts } from "../../ui/language.ts";
import { boardWord, useBoardText } from "../supervision/board-text.ts";

/** A function of the zone with what is held of it. */
export function Block({ block }: { readonly block: LayoutBlock }): ReactNode {
  const word = useTexts();
  return (
    <>
      <strong>{word(block.label)}</strong>
      {block.note ? <span>{word(block.note)}</span> : null}
      <Source of={block} />
    </>
  );
}

type Held = { readonly source: string; readonly confidence: string };

/** Where a statement is from and how sure it is. */
export function Source({ of: { source, confidence } }: { readonly of: Held }): ReactNode {
  const text = useBoardText();
  return (
    <small className="plan-source">
      {text("plan.source", { source, confidence: boardWord(text, "plan.sure", confidence) })}
    </small>
  );
}

/** Functions that the zone has, of which no source says where: named, not drawn. */
export function Unplaced({ blocks }: { readonly blocks: readonly LayoutBlock[] }): ReactNode {
  const text = useBoardText();
  const unplaced = blocks.filter(({ at }) => at === undefined);
  if (unplaced.length === 0) return null;
  return (
    <section className="plan-somewhere">
      <h2>{text("plan.unplaced")}</h2>
      <ul className="plan-unplaced">
        {unplaced.map((block) => (
          <li key={block.block} className="plan-block" data-unknown="">
            <Block block={block} />
          </li>
        ))}
      </ul>
    </section>
  );
}
