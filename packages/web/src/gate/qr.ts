import { create } from "qrcode";

/** Blank modules around the symbol on a screen (ISO/IEC 18004); white paper is blank by itself. */
export const QUIET_MODULES = 4;

/** The dark modules of a QR code as one SVG path, one unit a module, with its blank rim. Throws when the text is too long. */
export function qrPath(text: string, quiet: number): { readonly path: string; readonly size: number } {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column += 1;
      const length = column - start + 1;
      runs.push(`M${start + quiet} ${row + quiet}h${length}v1h-${length}z`);
    }
  }
  return { path: runs.join(""), size: modules.size + 2 * quiet };
}
