import type { AddressInfo } from "node:net";
import { type App, type AppOptions, createApp } from "../app.ts";

export type TestApp = { app: App; url: string; lines: string[]; [Symbol.asyncDispose](): Promise<void> };

/** The door on a free loopback port, with the log kept; no pages and no routes unless they are given. */
export async function listeningApp(options: Partial<AppOptions> = {}): Promise<TestApp> {
  const lines: string[] = [];
  const app = await createApp({
    registers: [],
    site: () => new Map(),
    log: (line) => void lines.push(line),
    now: () => Temporal.Now.instant(),
    ...options,
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return { app, url: `http://127.0.0.1:${port}`, lines, [Symbol.asyncDispose]: () => app.close() };
}
