import type { AddressInfo } from "node:net";
import os from "node:os";
import { type App, createApp, type Register, SOCKETS_MAX } from "../app.ts";
import { type Connection, openDatabase } from "../database.ts";
import { StartError } from "../errors.ts";
import type { Log } from "../http/request-log.ts";
import type { ZoneNode } from "../node.ts";
import type { DemoOfficer } from "../officers/demonstration.ts";
import { assertSafe, type VerifyTail } from "../safety/assert-safe.ts";
import { CLOCK_WARNED_SECONDS } from "../safety/clock.ts";
import { type KeptLock, keepLock } from "../safety/kept-lock.ts";
import { takeWriterLock } from "../safety/writer-lock.ts";
import type { SiteFiles } from "../site/files.ts";

/** What the concepts add to a node: their routes, and how they end. */
export type Composed = {
  registers: readonly Register[];
  /** Path of the page where the first officer of a fresh zone signs in, good for one use; undefined once one has. */
  firstSignIn: string | undefined;
  /** The cast of a demonstration with new links. Throws outside a demonstration. */
  demoOfficers(): Promise<DemoOfficer[]>;
  /** Reads anew what another node may have written while this one had lost the database. */
  renew(): Promise<void>;
  close(): Promise<void>;
};

export type NodeOptions = Omit<ZoneNode, "database"> & {
  connection: Connection;
  port: number;
  site: () => SiteFiles;
  log: Log;
  /** Brings the database back after it was lost, as far as that is this node's to do. */
  revive(): Promise<void>;
  verifyTail: VerifyTail;
  compose(node: ZoneNode): Promise<Composed>;
};

/** `stopped` settles only when the node ended by itself: the database stayed lost, or another node took its place. */
export type RunningNode = {
  node: ZoneNode;
  url: string;
  firstSignIn: string | undefined;
  demoOfficers(): Promise<DemoOfficer[]>;
  stopped: Promise<void>;
  stop(): Promise<void>;
};

const HOST = "127.0.0.1";
/** A request that is being decided gets this long to be answered when the node stops. */
export const DRAIN_MS = 10_000;
const IDLE_CHECK_MS = 50;

/**
 * Takes the writer's lock, checks that the promises can be kept, opens the door.
 * @throws StartError or PostgresError; nothing is left open then
 */
export async function startNode(options: NodeOptions): Promise<RunningNode> {
  const late: { composed?: Composed } = {};
  const lock = await keepLock(() => takeWriterLock(options.connection, `process ${process.pid} on ${os.hostname()}`), {
    revive: options.revive,
    regained: async () => late.composed?.renew(),
    log: options.log,
  });
  const closing: Array<() => Promise<void>> = [() => lock.release()];
  try {
    const database = openDatabase(options.connection);
    closing.unshift(() => database.close());
    const { clockAheadSeconds } = await assertSafe(database, options.effects.now, options.verifyTail);
    if (Math.abs(clockAheadSeconds) > CLOCK_WARNED_SECONDS)
      options.log(`This machine's clock is ${clockAheadSeconds} s off the database's`, "warning");
    const node = nodeOf(options, database);
    const composed = await options.compose(node);
    late.composed = composed;
    closing.unshift(() => composed.close());
    const { registers, firstSignIn, demoOfficers } = composed;
    const app = await createApp({ ...options, registers, now: options.effects.now, isDeciding: lock.isHeld });
    closing.unshift(() => drain(app));
    await listen(app, options.port);
    return { ...running(app, lock, closing), node, firstSignIn, demoOfficers };
  } catch (cause) {
    await closeAll(closing);
    throw cause;
  }
}

function nodeOf({ zone, side, secrets, effects }: NodeOptions, database: ZoneNode["database"]): ZoneNode {
  return { zone, side, secrets, effects, database };
}

function running(app: App, lock: KeptLock, closing: Array<() => Promise<void>>) {
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= closeAll(closing);
    return stopping;
  };
  const { port } = app.server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, stopped: lock.over.then(stop), stop };
}

/** In order: the door, the concepts, the database, the lock. A part that fails to close does not keep the others open. */
async function closeAll(closing: Array<() => Promise<void>>): Promise<void> {
  for (const close of closing) await close().catch(() => {});
}

async function drain(app: App): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
  // NOTE: a connection whose answer was under way when the door closed falls idle later; nobody else would end it before its
  // keep-alive time is over.
  const idle = setInterval(() => app.server.closeIdleConnections(), IDLE_CHECK_MS);
  await app.close();
  clearTimeout(timer);
  clearInterval(idle);
}

async function listen(app: App, port: number): Promise<void> {
  try {
    // NOTE: with Node's backlog of 511 the rest of a rush waits for TCP to knock again: after 1, 3 and 7 seconds.
    await app.listen({ host: HOST, port, backlog: SOCKETS_MAX });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "EADDRINUSE")
      throw new StartError(
        "start/port-taken",
        `Cannot listen on port ${port}: another program has it; choose another with --port, e.g. --port ${port + 100}`,
        { port },
      );
    if (code === "EACCES")
      throw new StartError(
        "start/port-forbidden",
        `Cannot listen on port ${port}: it is reserved; choose one above 1023`,
        {
          port,
        },
      );
    throw cause;
  }
}
