import { useQuery } from "@tanstack/react-query";
import type { Code } from "@twinline/api";
import { useTexts } from "../../ui/language.ts";
import { asked } from "../asking/asked.ts";

/** Why a document may be watched, as the zone names it; a code that it does not name is shown as the authority wrote it. */
export function useWatchReasons(): { readonly reasons: readonly Code[]; wordOf(code: string): string } {
  const word = useTexts();
  const query = useQuery({ queryKey: ["codes"], queryFn: () => asked("codes") });
  const reasons = query.data?.watchReasons ?? [];
  const wordOf = (code: string): string => {
    const known = reasons.find((one) => one.code === code);
    return known ? word(known.label) : code.replaceAll("_", " ");
  };
  return { reasons, wordOf };
}
