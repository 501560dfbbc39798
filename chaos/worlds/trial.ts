import { FOUND } from "../../tools/campaign/found.ts";
import { hunt } from "./hunt.ts";
import { rightsModel } from "./rights-model.ts";

/**
 * Hunts on a copy of the sources with one fault planted: SEED WORLDS. Prints the smallest world that shows it. A fault that
 * makes the product throw is found too.
 */
const [seed = "1", worlds = "1000"] = process.argv.slice(2);
if (process.argv[1]?.endsWith("trial.ts")) {
  const { found, worlds: lived } = hunt(rightsModel, {
    seed: Number(seed),
    worlds: Number(worlds),
    untilMs: Number.POSITIVE_INFINITY,
  });
  if (found !== undefined) {
    console.log([`${lived} worlds`, found.broken, ...found.tale].join("\n"));
    process.exitCode = FOUND;
  }
}
