import { type AnalysisName, analyses } from "./analyses.ts";
import type { FromLab, ToLab } from "./lab-process.ts";

process.on("message", (message) => {
  const { id, name, input } = message as ToLab;
  process.send?.(answer(id, name, input));
});

function answer(id: number, name: AnalysisName, input: unknown): FromLab {
  try {
    const result = analyses[name](input as never);
    // Plain data only: what JSON cannot say does not leave this process.
    return { id, kind: "done", text: JSON.stringify(result) };
  } catch (error) {
    const { id: known, message } = error as { id?: unknown; message?: unknown };
    return { id, kind: "failed", problem: typeof known === "string" ? known : "lab/failed", message: String(message) };
  }
}
