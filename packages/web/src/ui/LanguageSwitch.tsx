import type { ReactNode } from "react";
import { documentTags, type Locale } from "../format/index.ts";
import { locales, ownNames, useLanguage, useText } from "./language.ts";
import { Segmented } from "./Segmented.tsx";

/** Always visible, in own names: who cannot read the screen can still find the way out of it. */
export function LanguageSwitch(): ReactNode {
  const { locale, choose } = useLanguage();
  const text = useText();
  return (
    <Segmented<Locale>
      label={text("ui.language")}
      value={locale}
      onChange={choose}
      options={locales.map((one) => ({ value: one, label: ownNames[one], lang: documentTags[one] }))}
    />
  );
}
