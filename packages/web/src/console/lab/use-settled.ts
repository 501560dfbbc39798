import { useIsFetching } from "@tanstack/react-query";
import { useEffect, useState } from "react";

/** A hand on a slider moves on before the node could answer each step. */
const SETTLED_MS = 120;

/** The value once it has rested and the last question of this name is answered: one question is open at a time. */
export function useSettled<T>(value: T, question: string): T {
  const [settled, settle] = useState(value);
  const isAsking = useIsFetching({ queryKey: [question] }) > 0;
  useEffect(() => {
    if (isAsking) return;
    const timer = setTimeout(() => settle(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value, isAsking]);
  return settled;
}
