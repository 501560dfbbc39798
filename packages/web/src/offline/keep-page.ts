/** Below the page's own address: `import.meta.env.BASE_URL` is "/gate/" or "/till/". */
const WORKER = "service-worker.js";

/**
 * Keeps this page on the device from now on. A browser without service workers, or a page on an unsafe origin, works as
 * before and needs its node to open; that is no fault of the officer's.
 */
export function keepPage(): void {
  if (!("serviceWorker" in navigator)) return;
  const base = import.meta.env.BASE_URL;
  void navigator.serviceWorker.register(base + WORKER, { scope: base, updateViaCache: "none" }).catch(() => undefined);
}
