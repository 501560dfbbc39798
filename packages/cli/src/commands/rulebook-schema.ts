import { rulebookSchema } from "@twinline/rulebook/schema";
import { type Command, UsageError } from "../command.ts";

/** The JSON Schema of rulebook files, as packages/rulebook/schema/rulebook.schema.json holds it. */
export const command: Command = {
  name: "rulebook schema",
  usage: "rulebook schema",
  about: "Prints the JSON Schema of rulebook files, for completion and hover in editors",
  run: async (args, effects) => {
    if (args.length > 0) throw new UsageError("Cannot print the schema: no argument is expected");
    effects.out(JSON.stringify(rulebookSchema(), null, 2));
    return 0;
  },
};
