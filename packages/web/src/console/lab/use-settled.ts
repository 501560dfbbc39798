import { useEffect, useState } from "react";

/** A hand on a slider moves on before the node could answer each step. */
const SETTLED_MS = 120;

/** The value once it has rested, so that only where the hand stops is asked. */
export function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
