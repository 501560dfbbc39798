import { useQueryClient } from "@tanstack/react-query";
import type { Problem } from "@twinline/api";
import { useState } from "react";
import type { Result } from "../../sign-in/access.ts";

/** A command of a scene: one at a time, its problem shown, the scene's list fetched anew when it is done. */
export function useDeed(list: string) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const run = async <T>(deed: () => Promise<Result<T>>): Promise<T | undefined> => {
    setBusy(true);
    setProblem(undefined);
    const done = await deed();
    setBusy(false);
    if (done.kind === "problem") {
      setProblem(done.problem);
      return undefined;
    }
    await client.invalidateQueries({ queryKey: [list] });
    return done.value;
  };
  return { run, isBusy, problem };
}
