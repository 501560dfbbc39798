import type { ReactNode } from "react";
import { LanguageProvider } from "./LanguageProvider.tsx";
import { useChosenLanguage } from "./use-chosen-language.ts";

/** A page in the language that was last chosen on this device. */
export function ChosenLanguage({ children }: { readonly children: ReactNode }): ReactNode {
  const [locale, choose] = useChosenLanguage();
  return (
    <LanguageProvider locale={locale} choose={choose}>
      {children}
    </LanguageProvider>
  );
}
