import { Input, ModelInputError, models } from "@twinline/insight";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";

async function run(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const [name] = args;
  if (name === undefined || args.length > 1) throw new UsageError(`Name one model: ${[...models.keys()].join(", ")}`);
  const model = models.get(name);
  if (!model) throw new UsageError(`Cannot find the model "${name}": there are ${[...models.keys()].join(", ")}`);
  try {
    // NOTE: some shells put a byte order mark before what they hand on.
    const input = new Input(JSON.parse((await effects.stdin()).replace(/^\uFEFF/, "")));
    effects.out(JSON.stringify(model.compute(input)));
    return 0;
  } catch (error) {
    if (!(error instanceof ModelInputError) && !(error instanceof SyntaxError) && !(error instanceof RangeError))
      throw error;
    effects.err(error instanceof SyntaxError ? `Cannot read the input as JSON: ${error.message}` : error.message);
    return 2;
  }
}

export const command: Command = {
  name: "model",
  usage: "model NAME < input.json",
  about:
    "Computes one published model: reads one JSON object, prints one JSON object. Shapes and formulas: conformance/models.",
  run,
};
