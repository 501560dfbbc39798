import { type ReactNode, useId } from "react";

type Props = {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A sheet of white paper with a quiet heading. */
export function Panel({ title, aside, className, children }: Props): ReactNode {
  const id = useId();
  return (
    <section className={className ? `ui-panel ${className}` : "ui-panel"} aria-labelledby={id}>
      <div className="ui-panel-head">
        <h2 className="ui-heading" id={id}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
