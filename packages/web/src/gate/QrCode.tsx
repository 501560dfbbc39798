import type { ReactNode } from "react";
import { qrPath } from "./qr.ts";

/** A pass's code as one sharp path, black on white, with the quiet zone that readers ask for. */
export function QrCode({ code, label }: { readonly code: string; readonly label: string }): ReactNode {
  const { path, size } = qrPath(code);
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
