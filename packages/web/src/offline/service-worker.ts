/**
 * Keeps one page of the product on this device, so that it opens without its node. A file by itself: the build only strips
 * its types and writes what is to be kept into `kept` (offline/write-worker.ts). What it never touches: /api and other pages.
 */
type Kept = { readonly version: string; readonly files: readonly string[] };
type Waiting = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type PageWorker = {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Waiting) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
};

const kept: Kept = { version: "", files: [] };
const worker = globalThis as unknown as PageWorker;
const PREFIX = `twinline ${new URL(worker.registration.scope).pathname} `;
const NAME = PREFIX + kept.version;
/** The node gets this long to give a newer page before the one that is kept is shown. */
const PAGE_WAIT_MS = 150;

worker.addEventListener("install", (event) => {
  const fill = async (): Promise<void> => {
    const cache = await caches.open(NAME);
    await cache.addAll(kept.files.map((file) => new Request(file, { cache: "no-cache" })));
    await worker.skipWaiting();
  };
  event.waitUntil(fill());
});

worker.addEventListener("activate", (event) => {
  const clear = async (): Promise<void> => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(PREFIX) && name !== NAME);
    await Promise.all(old.map((name) => caches.delete(name)));
    await worker.clients.claim();
  };
  event.waitUntil(clear());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { scope } = worker.registration;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  event.respondWith(request.mode === "navigate" ? openPage(request) : findFile(request));
});

/** Files have the hash of their contents in their names: what is kept is what the node would send. */
async function findFile(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
}

/** The node's page when it comes at once, else the one that is kept: a gate waits for nobody. */
async function openPage(request: Request): Promise<Response> {
  const held = await caches.match(worker.registration.scope);
  if (!held) return fetch(request);
  const fresh = fetch(request).then(
    (answer) => (answer.ok ? answer : held),
    () => held,
  );
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(held), PAGE_WAIT_MS));
  return Promise.race([fresh, late]);
}

// NOTE: for the type checker alone: the build takes this line out, as a worker of the page's kind is no module.
export {};
