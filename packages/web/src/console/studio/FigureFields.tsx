import { valueText } from "@twinline/rulebook";
import type { ReactNode } from "react";
import { useText } from "../../ui/language.ts";
import { TextField } from "../../ui/TextField.tsx";
import type { DraftChange } from "./draft-text.ts";
import { useReader } from "./studio-context.ts";

const FIGURE_CHARS_MAX = 80;

type Props = { readonly change: DraftChange; set(field: string, value: string): void };

/** The figures of a changed parameter, one field a key, as the file writes them: 12000, 13%, 50 kg. */
export function FigureFields({ change, set }: Props): ReactNode {
  const { rulebook, locale } = useReader();
  const text = useText();
  const by = rulebook.parameters.find(({ name }) => name === change.name)?.by;
  const keyType = rulebook.facts.find(({ name }) => name === by)?.type;
  const labelOf = (key: string): string => {
    if (key === "is") return text("console.studio.value");
    if (key === "other") return text("console.studio.other");
    return keyType ? valueText(rulebook, locale, keyType, key) : key;
  };
  return (
    <>
      {[...change.fields].map(([key, value]) => (
        <TextField
          key={key}
          label={labelOf(key)}
          value={value}
          onChange={(next) => set(key, next)}
          mono
          maxLength={FIGURE_CHARS_MAX}
        />
      ))}
    </>
  );
}
