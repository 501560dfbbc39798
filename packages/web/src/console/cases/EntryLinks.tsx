import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage } from "../../ui/language.ts";

/** Numbers of entries, each leading to it. */
export function EntryLinks({ numbers }: { readonly numbers: readonly number[] }): ReactNode {
  const { locale } = useLanguage();
  return (
    <ul className="case-acts">
      {numbers.map((number) => (
        <li key={number}>
          <Link to="/entries" search={{ open: number }}>{`№ ${formatInteger(locale, number)}`}</Link>
        </li>
      ))}
    </ul>
  );
}
