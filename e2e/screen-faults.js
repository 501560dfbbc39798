/**
 * Runs inside a page: faults that a machine can see on one screen: accessibility (axe-core must be there), a part pushed off
 * the screen, a text that is cut. JavaScript, because it belongs to no program but the page.
 */
globalThis.faultsOnScreen = async (isFixed) => {
  const { violations } = await globalThis.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  });
  const found = violations.map(
    ({ id, nodes }) => `axe ${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`);
  if (isFixed && root.scrollHeight > root.clientHeight) found.push(`scrolls down: ${root.scrollHeight}`);
  for (const part of document.querySelectorAll("button, .ui-segment, .verdict-words, dd, .ui-meter-left")) {
    const isCut = part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1;
    if (isCut && part.clientWidth > 0) found.push(`cut: ${part.className} "${part.textContent.slice(0, 40)}"`);
  }
  for (const part of document.querySelectorAll(".ui-scroll")) {
    if (part.scrollWidth > part.clientWidth) found.push(`scrolls sideways: ${part.parentElement.className}`);
  }
  return found;
};
