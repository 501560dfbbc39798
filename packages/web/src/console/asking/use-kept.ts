import { useState } from "react";

/** The last value that was there: a figure does not vanish from the screen because the line did. */
export function useKept<T>(value: T | undefined): T | undefined {
  const [kept, keep] = useState(value);
  if (value !== undefined && value !== kept) keep(value);
  return value ?? kept;
}
