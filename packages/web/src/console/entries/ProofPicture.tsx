import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useText } from "../../ui/language.ts";

type Props = {
  readonly number: number;
  readonly size: number;
  readonly siblings: readonly ("left" | "right")[];
  readonly holds: boolean;
};

const STEP = 26;
const MIDDLE = 34;
const START = 20;
const REACH = 20;

/** From the entry, joined at each level with the neighbour it is hashed with, to the root that was signed. */
export function ProofPicture({ number, size, siblings, holds }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const width = START + siblings.length * STEP + 40;
  const end = START + siblings.length * STEP;
  const ink = holds ? "var(--jade)" : "var(--ink)";
  const figures = { number: formatInteger(locale, number), size: formatInteger(locale, size) };
  return (
    <figure className="proof-picture">
      <svg viewBox={`0 0 ${width} ${MIDDLE * 2}`} width={width} height={MIDDLE * 2} aria-hidden="true">
        <path
          d={`M${START} ${MIDDLE}H${end}`}
          stroke={ink}
          strokeWidth="2"
          {...(holds ? {} : { strokeDasharray: "4 4" })}
        />
        {siblings.map((side, at) => {
          const x = START + (at + 1) * STEP;
          const y = side === "left" ? MIDDLE - REACH : MIDDLE + REACH;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a level of the tree is its place
            <g key={at}>
              <path d={`M${x - STEP / 2} ${y}L${x} ${MIDDLE}`} stroke="var(--used)" />
              <rect x={x - STEP / 2 - 5} y={y - 5} width="10" height="10" rx="2" fill="var(--used)" />
              <circle cx={x} cy={MIDDLE} r="4" fill={ink} />
            </g>
          );
        })}
        <rect x={START - 8} y={MIDDLE - 8} width="16" height="16" rx="3" fill={ink} />
        <circle cx={end + 14} cy={MIDDLE} r="10" fill="none" stroke={ink} strokeWidth="3" />
        <path d={`M${end} ${MIDDLE}h5`} stroke={ink} strokeWidth="2" />
      </svg>
      <figcaption>{text("console.proof.picture", figures)}</figcaption>
    </figure>
  );
}
