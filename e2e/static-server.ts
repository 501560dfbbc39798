import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import path from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

/** The policy that the pages must live with: nothing inline, nothing from elsewhere, no eval. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Serves one folder on loopback under the pages' own policy; the port is the system's choice. */
export async function serveFolder(folder: string): Promise<{ readonly url: string; close(): void }> {
  const server: Server = createServer(async (request, response) => {
    const file = path.join(folder, path.normalize(new URL(request.url ?? "/", "http://127.0.0.1").pathname));
    try {
      if (!file.startsWith(folder)) throw new Error("outside");
      const body = await readFile(file);
      response.writeHead(200, {
        "content-type": types[path.extname(file)] ?? "application/octet-stream",
        "content-security-policy": POLICY,
      });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-security-policy": POLICY });
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}
