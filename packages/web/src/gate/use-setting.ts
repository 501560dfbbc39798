import { useState } from "react";

/** A yes or no that belongs to this lane's machine. */
export function useSetting(name: string, usual: boolean): readonly [boolean, (on: boolean) => void] {
  const place = `twinline.gate.${name}`;
  const [on, setOn] = useState(() => (localStorage.getItem(place) ?? String(usual)) === "true");
  const choose = (next: boolean): void => {
    localStorage.setItem(place, String(next));
    setOn(next);
  };
  return [on, choose];
}
