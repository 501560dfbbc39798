import fs from "node:fs";
import path from "node:path";
import { formatKey } from "@twinline/journal";
import type { Config } from "../config.ts";
import { openSecrets } from "../secrets.ts";
import { JOURNAL_SECRET, journalSigner } from "./journal-key.ts";

/**
 * Keys by which the journals of a data folder are verified, one for each side that was ever started in it (C2SP
 * signed-note): what a side hands over in person, so that nobody has to believe a bundle's own word. Makes no key.
 */
export function verifierKeys({ zone, dataFolder }: Pick<Config, "zone" | "dataFolder">): readonly string[] {
  const folder = path.join(dataFolder, "secrets");
  const sides = fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];
  return sides
    .filter((side) => fs.existsSync(path.join(folder, side, JOURNAL_SECRET)))
    .map((side) => formatKey(journalSigner({ zone, side, secrets: openSecrets(path.join(folder, side)) }).key));
}
