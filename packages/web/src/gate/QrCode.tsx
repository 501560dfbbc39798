import type { ReactNode } from "react";
import { QUIET_MODULES, qrPath } from "./qr.ts";

type Props = { readonly code: string; readonly label: string; readonly quiet?: number };

/** A pass's code as one sharp path, black on white. */
export function QrCode({ code, label, quiet = QUIET_MODULES }: Props): ReactNode {
  const { path, size } = qrPath(code, quiet);
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
