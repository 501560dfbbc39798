import type { Sourced } from "@twinline/api";
import type { ReactNode } from "react";
import { useTexts } from "../../ui/language.ts";
import { useLabText, wordOr } from "./lab-text.ts";

/** How sure a statement is, and what speaks against it: never left out, never mended. */
export function Doubt({ of: { confidence, doubt } }: { readonly of: Sourced }): ReactNode {
  const text = useLabText();
  const word = useTexts();
  const mark = wordOr(text, `ind.mark.${confidence}`, confidence);
  return (
    <>
      {confidence === "H" && !doubt ? <span className="quiet">{mark}</span> : <span className="lab-doubt">{mark}</span>}
      {doubt ? <span className="lab-source"> {word(doubt)}</span> : null}
    </>
  );
}
