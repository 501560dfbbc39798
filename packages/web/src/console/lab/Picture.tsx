import { plot } from "@observablehq/plot";
import { type ReactNode, useEffect, useId, useRef } from "react";

export type PlotOptions = NonNullable<Parameters<typeof plot>[0]>;

type Props = {
  /** The finding, as a sentence. */
  readonly title: string;
  /** What is measured, in which unit. */
  readonly note?: string;
  readonly options: PlotOptions;
  readonly legend?: ReactNode;
};

const STYLE = { background: "none", fontFamily: "inherit", fontSize: "13px", overflow: "visible" } as const;

/** A picture of Observable Plot under the sentence that it shows; its figures stand in a table beside, for every reader. */
export function Picture({ title, note, options, legend }: Props): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    const drawn = plot({ ...options, style: { ...STYLE } });
    // NOTE: Plot brings a style element of its own, which the policy of the pages refuses; lab.css says the same.
    for (const style of drawn.querySelectorAll("style")) style.remove();
    drawn.setAttribute("class", "lab-plot");
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-labelledby", id);
    for (const named of drawn.querySelectorAll("[aria-label]")) named.removeAttribute("aria-label");
    place.current?.replaceChildren(drawn);
  }, [options, id]);
  return (
    <figure className="lab-picture">
      <figcaption>
        <strong id={id}>{title}</strong>
        {note === undefined ? null : <span>{note}</span>}
      </figcaption>
      {legend}
      <div ref={place} className="lab-picture-place" />
    </figure>
  );
}

/** What the two inks of a comparison mean. */
export function Legend({ items }: { readonly items: readonly (readonly [ink: string, label: string])[] }): ReactNode {
  return (
    <ul className="ui-legend">
      {items.map(([ink, label]) => (
        <li key={label}>
          <svg viewBox="0 0 14 10" aria-hidden="true">
            <rect width="14" height="10" fill={ink} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
