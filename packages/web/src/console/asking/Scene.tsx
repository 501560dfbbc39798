import { type ReactNode, useEffect } from "react";
import { useLanguage, useText } from "../../ui/language.ts";
import { problemText } from "../../ui/problem-text.ts";
import { problemOf } from "./asked.ts";

/** What a scene's query is at: the parts of TanStack's result that a screen shows. */
export type Asking = {
  readonly isPending: boolean;
  readonly isFetching: boolean;
  readonly error: unknown;
  readonly hasData: boolean;
};

type Props = {
  readonly title: string;
  readonly aside?: ReactNode;
  /** Filters and counts. */
  readonly above?: ReactNode;
  readonly asking: Asking;
  readonly children: ReactNode;
};

/**
 * A scene with its states: while nothing is here yet it says so; while new values are fetched the last ones stay, framed and called so; when
 * the node says no or nothing, the last values stay too, under a line that says it. What stands above stays in any case: a way
 * back, and figures that were known.
 */
export function Scene({ title, aside, above, asking, children }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { isPending, isFetching, error, hasData } = asking;
  const problem = problemOf(error);
  useEffect(() => {
    document.title = `${title} · Twinline`;
  }, [title]);
  return (
    <main className="scene">
      <header className="scene-head">
        <h1>{title}</h1>
        {isFetching && !problem ? (
          <span className="quiet" role="status">
            {text("console.loading")}
          </span>
        ) : null}
        {aside}
      </header>
      {problem ? (
        <p className="ui-notice" role="alert">
          <span className="ui-error">{problemText(problem, locale, text)}</span>
          {hasData ? <span>{text("console.last-values")}</span> : null}
        </p>
      ) : null}
      {above}
      {hasData ? (
        <div className="scene-body" aria-busy={isFetching} {...((isFetching || problem) && { "data-stale": "" })}>
          {children}
        </div>
      ) : isPending && !problem ? (
        <p className="quiet">{text("console.loading")}</p>
      ) : null}
    </main>
  );
}

/** Reads the states off a query. */
export function askingOf(query: {
  readonly isPending: boolean;
  readonly isPlaceholderData: boolean;
  readonly error: unknown;
  readonly data: unknown;
}): Asking {
  const { isPending, isPlaceholderData, error, data } = query;
  return { isPending, isFetching: isPlaceholderData, error, hasData: data !== undefined };
}
