import type { Problem } from "@twinline/api";
import type { ReactNode } from "react";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import { useLanguage, useText } from "../ui/language.ts";
import { ProductMark } from "../ui/ProductMark.tsx";
import { problemText } from "../ui/problem-text.ts";

type Props = {
  readonly title: string;
  readonly problem?: Problem | undefined;
  readonly children: ReactNode;
};

/** One sheet on an empty ground: one question at a time, the language switch always there. */
export function SignInFrame({ title, problem, children }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  return (
    <div className="signin">
      <header>
        <ProductMark />
        <strong>Twinline</strong>
        <LanguageSwitch />
      </header>
      <main className="signin-sheet">
        <h1>{title}</h1>
        {children}
        {problem ? (
          <p className="ui-error" role="alert">
            {problemText(problem, locale, text)}
          </p>
        ) : null}
      </main>
    </div>
  );
}
