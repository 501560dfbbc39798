/** Lets a basket grow: copies its first line, emptied, under the next number. */
export function addLines(button: HTMLButtonElement): void {
  const lines = button.form?.querySelector<HTMLElement>(".lines");
  const first = lines?.querySelector<HTMLElement>("fieldset");
  const most = Number(button.dataset.add);
  if (!lines || !first) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const next = lines.children.length + 1;
    const line = numbered(first, next);
    lines.append(line);
    button.hidden = next >= most;
    line.querySelector("select")?.focus();
  });
}

function numbered(first: HTMLElement, n: number): HTMLElement {
  const line = first.cloneNode(true) as HTMLElement;
  line.dataset.line = String(n);
  const legend = line.querySelector("legend");
  if (legend) legend.textContent = legend.textContent?.replace("1", String(n)) ?? "";
  for (const field of line.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")) {
    field.name = field.name.replace("1", String(n));
    if (field instanceof HTMLSelectElement) field.selectedIndex = 0;
    else if (field.type === "checkbox") field.checked = false;
    else field.value = field.defaultValue;
  }
  return line;
}
