import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { languages } from "@twinline/api";
import { RULEBOOKS, readLaw } from "./law-files.ts";
import { documentTags, type Locale } from "./src/format/index.ts";
import { html } from "./src/visitor/html.ts";
import { type VisitorLaw, visitorLaw } from "./src/visitor/law/visitor-law.ts";
import { answerPage, queuePage, type VisitorPage, visitorPage } from "./src/visitor/visitor-page.ts";

/**
 * Writes the visitor page of every zone and side in every language into the built folder:
 * `<zone>/<side>/<language>/index.html`, and beside it `answer.html` and `queue.html`, the frames of what the server answers. `index.html` is
 * the page that Vite built, with its scripts and styles.
 */
export function prerenderVisitor(folder: string, today: Temporal.PlainDate): void {
  const shell = readFileSync(path.join(folder, "index.html"), "utf8");
  for (const file of globSync("*/zone.yaml", { cwd: RULEBOOKS }))
    prerenderZone(folder, shell, path.dirname(file), today);
}

function prerenderZone(folder: string, shell: string, name: string, today: Temporal.PlainDate): void {
  const { zone, rulebooks } = readLaw(name);
  const day = Temporal.PlainDate.from("1970-01-01").until(today, { largestUnit: "days" }).days;
  const law = visitorLaw(zone, rulebooks, day);
  for (const { side } of zone.sides)
    for (const locale of languages) {
      const own = path.join(folder, name, side, locale);
      mkdirSync(own, { recursive: true });
      writeFileSync(path.join(own, "index.html"), filled(shell, law, locale, visitorPage(law, side, locale)));
      writeFileSync(path.join(own, "answer.html"), filled(shell, law, locale, answerPage(law, locale)));
      writeFileSync(path.join(own, "queue.html"), filled(shell, law, locale, queuePage(law, locale)));
    }
}

function filled(shell: string, law: VisitorLaw, locale: Locale, { title, body }: VisitorPage): string {
  const head = html`<title>${title}</title><meta name="law" content="${lawText(law)}">`;
  return shell
    .replace(/<html lang="[^"]*"/, `<html lang="${documentTags[locale]}"`)
    .replace("<!--head-->", () => head.markup)
    .replace("<!--page-->", () => body.markup);
}

/** Which law the page was written from: fingerprints by rulebook, and the day on which something of it changes. */
function lawText({ sides, changes }: VisitorLaw): string {
  const books = sides.flatMap(({ books: { arrival, departure } }) => [arrival.rulebook, departure.rulebook]);
  const hashes = Object.fromEntries(books.map(({ name, hash }) => [name, hash]));
  return JSON.stringify({ hashes, ...(changes === undefined ? {} : { changes }) });
}
