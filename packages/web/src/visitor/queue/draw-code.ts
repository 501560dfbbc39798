import { QUIET_MODULES, qrPath } from "../../gate/qr.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Puts the picture of a slip's code into its place; the code itself stands below in signs. */
export function drawCode(place: HTMLElement): void {
  const { path, size } = qrPath(place.dataset.qr ?? "", QUIET_MODULES);
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 ${size} ${size}`);
  picture.setAttribute("aria-hidden", "true");
  picture.setAttribute("shape-rendering", "crispEdges");
  const modules = document.createElementNS(SVG, "path");
  modules.setAttribute("d", path);
  picture.append(modules);
  place.replaceChildren(picture);
}
