const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** Ctrl-C under npm comes twice, from the terminal and from npm; later than this it is a person who will not wait. */
const ECHO_MS = 1_000;
const INTERRUPTED = 130;
const PARENT_POLL_MS = 250;

/**
 * Settles at the first signal that asks this process to end; one that is repeated later ends it at once. Under npm the end
 * of the parent is such a signal: npm passes a SIGTERM to the shell between them, which dies and tells nobody.
 */
export function untilEnded(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const end = () => {
      first ??= performance.now();
      if (performance.now() - first > ECHO_MS) process.exit(INTERRUPTED);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, end);
    if (env.npm_lifecycle_event !== undefined) watchParent(resolve);
  });
}

function watchParent(end: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, PARENT_POLL_MS);
  timer.unref();
}
