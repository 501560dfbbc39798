import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import type { SourceFiles } from "../load.ts";

const folder = path.resolve(import.meta.dirname, "../../../../conformance/rulebook");

/** Name of the complete example of the language. */
export const exampleName = "demo/cn/personal-goods";

/** The conformance rulebooks and their instruments, for tests. */
export function readExampleFiles(): SourceFiles {
  const files = globSync("**/*.{yaml,md}", { cwd: folder }).filter((file) => file !== "README.md");
  return new Map(files.map((file) => [file, readFileSync(path.join(folder, file), "utf8")]));
}

/** The example with texts replaced in its rulebook; each text must be there. */
export function editExample(
  ...edits: readonly (readonly [found: string | RegExp, replacement: string] | undefined)[]
): SourceFiles {
  const file = `${exampleName}.yaml`;
  const files = new Map(readExampleFiles());
  let text = files.get(file)!;
  for (const [found, replacement] of edits.filter((edit) => edit !== undefined)) {
    if (text.search(found instanceof RegExp ? found : RegExp.escape(found)) < 0)
      throw new Error(`The example lacks ${found}`);
    text = text.replace(found, () => replacement);
  }
  return files.set(file, text);
}
