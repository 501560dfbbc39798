import type { IndicatorBoard } from "@twinline/api";
import { useMemo } from "react";
import { useTexts } from "../../ui/language.ts";

/** Names of indicators and places in the reader's language. */
export function useNames({ indicators, units }: IndicatorBoard) {
  const word = useTexts();
  return useMemo(() => {
    const names = new Map([...indicators, ...units].map(({ code, name }) => [code, name]));
    return (code: string): string => {
      const found = names.get(code);
      return found ? word(found) : code;
    };
  }, [indicators, units, word]);
}
