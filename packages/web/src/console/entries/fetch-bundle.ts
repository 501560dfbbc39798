import { routes } from "@twinline/api";
import { AskError } from "../asking/asked.ts";

/** The bundle of a range as text. AskError with the node's problem. */
export async function fetchBundle(query: Readonly<Record<string, string>>, key?: string): Promise<string> {
  const url = `${routes.bundle.path}?${new URLSearchParams(query)}`;
  const reached = await fetch(url, { cache: "no-store", ...(key && { headers: { "idempotency-key": key } }) }).catch(
    () => undefined,
  );
  if (reached === undefined)
    throw new AskError({ type: "link/unreached", status: 0, title: "The node did not answer" });
  if (!reached.ok) throw new AskError({ ...(await reached.json()), status: reached.status });
  return reached.text();
}
