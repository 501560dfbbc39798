import { type ReactNode, useLayoutEffect } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { IntlProvider } from "react-intl";
import { documentTags, type Locale, tags } from "../format/index.ts";
import { catalogues } from "../messages/catalogue.ts";
import { LanguageContext } from "./language.ts";

type Props = {
  readonly locale: Locale;
  readonly choose: (locale: Locale) => void;
  /** False for a part in another language than the page, as the panel that is turned round to the traveller. */
  readonly whole?: boolean;
  readonly children: ReactNode;
};

/** Gives messages, formats and hidden strings one language; the document's lang follows, so that Han forms are right. */
export function LanguageProvider({ locale, choose, whole = true, children }: Props): ReactNode {
  useLayoutEffect(() => {
    if (whole) document.documentElement.lang = documentTags[locale];
  }, [locale, whole]);
  return (
    <LanguageContext value={{ locale, choose }}>
      <IntlProvider locale={tags[locale]} messages={catalogues[locale]}>
        <I18nProvider locale={tags[locale]}>{children}</I18nProvider>
      </IntlProvider>
    </LanguageContext>
  );
}
