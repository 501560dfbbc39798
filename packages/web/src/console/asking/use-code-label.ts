import { useQuery } from "@tanstack/react-query";
import type { CodeLists } from "@twinline/api";
import { useTexts } from "../../ui/language.ts";
import { asked } from "./asked.ts";

/** Words for the codes of a list that the rulebooks hold; a code without words is shown as it is. */
export function useCodeLabel(list: keyof CodeLists): (code: string) => string {
  const word = useTexts();
  const { data } = useQuery({ queryKey: ["codes"], queryFn: () => asked("codes"), staleTime: 60_000 });
  return (code) => {
    const found = data?.[list].find((one) => one.code === code);
    return found ? word(found.label) : code.replaceAll("_", " ");
  };
}
