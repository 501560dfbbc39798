import { type Command, UsageError } from "../command.ts";
import { framed, readMessages } from "../language-server/framing.ts";
import { LanguageServer } from "../language-server/language-server.ts";

/** The Language Server Protocol over this process's streams: an editor starts it and ends it. */
export const command: Command = {
  name: "rulebook language-server",
  usage: "rulebook language-server",
  about:
    "Serves editors over stdio: findings, the meaning and history of a name, completion, the way to its declaration",
  run: async (args) => {
    if (args.some((arg) => arg !== "--stdio")) throw new UsageError("Cannot serve: no argument is expected");
    const server = new LanguageServer((message) => void process.stdout.write(framed(message)));
    for await (const message of readMessages(process.stdin)) if (!server.handle(message)) break;
    return 0;
  },
};
