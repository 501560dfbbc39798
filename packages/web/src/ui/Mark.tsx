import type { Reason } from "@twinline/api";
import type { ReactNode } from "react";

const paths: Readonly<Record<Reason["mark"], ReactNode>> = {
  ok: <path d="M7 12.4l3.3 3.3 6.6-7.1" />,
  note: <path d="M12 7v.6M12 11v6.4" />,
  stop: <path d="M8 8l8 8M16 8l-8 8" />,
};

/** How a rule came out: round for fine, square for what is only said, octagon for a stop; its word is spoken. */
export function Mark({ mark, label }: { readonly mark: Reason["mark"]; readonly label: string }): ReactNode {
  return (
    <svg className="ui-mark" data-mark={mark} viewBox="0 0 24 24" role="img" aria-label={label}>
      {mark === "stop" ? <path className="ui-mark-ground" d="M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.5v-9z" /> : null}
      {mark === "note" ? <rect className="ui-mark-ground" width="24" height="24" rx="6" /> : null}
      {mark === "ok" ? <circle className="ui-mark-ground" cx="12" cy="12" r="12" /> : null}
      <g fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round">
        {paths[mark]}
      </g>
    </svg>
  );
}
