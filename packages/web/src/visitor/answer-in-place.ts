/**
 * Shows the answer of a plain form below it instead of on a page of its own. The server writes the same page either way, so
 * there is one wording and one place that decides.
 */
export function answerInPlace(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>(".live");
  if (!place) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void ask(form, place);
  });
}

async function ask(form: HTMLFormElement, place: HTMLElement): Promise<void> {
  place.setAttribute("aria-busy", "true");
  try {
    place.replaceChildren(await fetchAnswer(form));
  } catch {
    const failed = document.createElement("p");
    failed.textContent = place.dataset.failed ?? "";
    place.replaceChildren(failed);
  }
  place.removeAttribute("aria-busy");
  place.scrollIntoView({ block: "nearest" });
}

async function fetchAnswer(form: HTMLFormElement): Promise<Node> {
  const fields = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  const url = new URL(form.action);
  // A pass's code travels in the body: an address is kept by the browser and by whatever stands between.
  const isPosted = form.method === "post";
  if (!isPosted) url.search = fields.toString();
  const response = await fetch(url, isPosted ? { method: "POST", body: fields } : {});
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const answer = page.getElementById("answer");
  if (!answer) throw new Error("Cannot show the answer: the page has none");
  return document.importNode(answer, true);
}
