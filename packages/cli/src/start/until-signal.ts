const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Settles at the first signal that asks this process to end; a second one ends it at once, as signals do. */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      for (const signal of SIGNALS) process.off(signal, end);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, end);
  });
}
