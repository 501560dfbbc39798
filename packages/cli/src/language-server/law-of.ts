import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Loaded, load } from "@twinline/rulebook/load";

/** A document with the files that stand around it, under the name that it gives itself. */
export type Surroundings = { readonly name: string; readonly files: ReadonlyMap<string, string> };

/** The files beside a document: other rulebooks of its folder, which a reform may rest on, and its instruments' texts. */
export function surroundingsOf(uri: string, text: string): Surroundings | undefined {
  const name = /^(?:rulebook|reform): *(\S+)/m.exec(text)?.[1];
  if (name === undefined || !uri.startsWith("file:")) return undefined;
  const folder = path.dirname(fileURLToPath(uri));
  const beside = existsSync(folder) ? globSync("{*.yaml,instruments/*.md}", { cwd: folder }) : [];
  const place = path.posix.dirname(name);
  const files = beside.map((file) => {
    return [
      path.posix.join(place, file.split(path.sep).join("/")),
      readFileSync(path.join(folder, file), "utf8"),
    ] as const;
  });
  return { name, files: new Map([...files, [`${name}.yaml`, text]]) };
}

/** The document by the very loader that the node uses. */
export function loadDocument({ name, files }: Surroundings): Loaded {
  return load(files, name);
}
