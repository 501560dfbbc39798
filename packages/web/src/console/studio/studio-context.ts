import type { CheckedRulebook, Citation } from "@twinline/rulebook";
import { createContext, useContext } from "react";
import { useLanguage, useText } from "../../ui/language.ts";
import type { Writing } from "../rulebooks/expression-text.ts";
import type { Law } from "./law.ts";

/** What is looked at on the right: a named part of the law with its history, or one provision. */
export type Looking =
  | { readonly kind: "part"; readonly name: string }
  | { readonly kind: "provision"; readonly citation: Citation };

/** What every part of the studio works on, and the ways to look at something and to change it. */
export type Studio = {
  readonly law: Law;
  /** What the left side shows: the law as the draft would have it, while the draft can be read; else the law in force. */
  readonly shown: CheckedRulebook;
  readonly looking: Looking | undefined;
  look(at: Looking): void;
  /** Opens the draft on a parameter or rule. */
  change(name: string): void;
  readonly mayPropose: boolean;
};

export const StudioContext = createContext<Studio | undefined>(undefined);

/** Throws TypeError outside of a studio. */
export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (studio === undefined) throw new TypeError("Cannot read the law: no studio stands above");
  return studio;
}

/** The reader of what is shown. */
export function useReader(): Writing {
  const { shown } = useStudio();
  const { locale } = useLanguage();
  const text = useText();
  return { rulebook: shown, locale, text };
}
