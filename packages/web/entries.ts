import path from "node:path";

/** One page of the product: built by itself, so that its weight is its own. */
export type WebEntry = {
  readonly name: "gate" | "till" | "console" | "visitor";
  /** First parts of the message keys that this page says, or whole keys; the others do not travel with it. */
  readonly messages: readonly string[];
  /** Bytes of JavaScript, gzip, that the page may load before it works (ux.md §4). */
  readonly budgetBytes: number;
  /** Parts, fetched when they are needed, of which the first screen shows one: the heaviest counts. */
  readonly firstScenes?: readonly string[];
  /** Bytes, gzip, of the page with any one scene that is fetched later: those with pictures bring Observable Plot. */
  readonly sceneBudgetBytes?: number;
  /** The page is kept on its device and opens without the node. */
  readonly keeps?: true;
};

/** Words of the gate that the console says too; the rest of the gate's words would weigh on its first screen. */
const gateWords = ["kind", "lane", "name", "nationality", "node", "number", "override", "why"].map(
  (word) => `gate.${word}`,
);

export const entries: readonly WebEntry[] = [
  { name: "gate", messages: ["ui", "signin", "problem", "gate", "visit"], budgetBytes: 200_000, keeps: true },
  {
    name: "till",
    messages: ["ui", "signin", "problem", "gate", "till", "visit"],
    budgetBytes: 200_000,
    keeps: true,
  },
  {
    name: "console",
    messages: ["ui", "signin", "problem", ...gateWords, "visit", "console"],
    budgetBytes: 250_000,
    sceneBudgetBytes: 450_000,
    firstScenes: ["stays/StaysScene.tsx", "entries/EntriesScene.tsx", "studio/StudioScene.tsx"],
  },
  { name: "visitor", messages: ["ui", "visit", "visitor", "problem"], budgetBytes: 30_000 },
];

export const WEB = import.meta.dirname;
/** Where the built pages lie: dist/<entry>/index.html, served under /<entry>/. */
export const DIST = path.join(WEB, "dist");

export function sourceOf(entry: WebEntry): string {
  return path.join(WEB, "src", entry.name);
}
