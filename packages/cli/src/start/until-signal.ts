const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** Ctrl-C under npm comes twice, from the terminal and from npm; later than this it is a person who will not wait. */
const ECHO_MS = 1_000;
const INTERRUPTED = 130;

/** Settles at the first signal that asks this process to end; one that is repeated later ends it at once. */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const end = () => {
      first ??= performance.now();
      if (performance.now() - first > ECHO_MS) process.exit(INTERRUPTED);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, end);
  });
}
