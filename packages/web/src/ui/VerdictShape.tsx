import type { Verdict } from "@twinline/api";
import type { ReactNode } from "react";

const outlines: Readonly<Record<Verdict, ReactNode>> = {
  admit: (
    <>
      <circle cx="12" cy="12" r="10" />
      <path d="M7.2 12.4l3.3 3.3 6.4-6.9" />
    </>
  ),
  refer: (
    <>
      <path d="M12 2.6L22.4 20.6H1.6z" />
      <path d="M12 9v5.4M12 17.2v.6" />
    </>
  ),
  refuse: (
    <>
      <path d="M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9z" />
      <path d="M8.2 8.2l7.6 7.6M15.8 8.2l-7.6 7.6" />
    </>
  ),
};

/** Circle, triangle, octagon: a verdict is told by its outline too, so it reads in greyscale. */
export function VerdictShape({ verdict, size }: { readonly verdict: Verdict; readonly size: number }): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={size > 40 ? 2 : 2.2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {outlines[verdict]}
    </svg>
  );
}
