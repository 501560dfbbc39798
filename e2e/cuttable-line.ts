import { connect, createServer, type Socket } from "node:net";

/** A line to a node that can be cut and mended: bytes go through it as they are. */
export type Line = {
  readonly url: string;
  /** Where it leads. */
  to(target: string): void;
  /** Ends every connection; whoever tries is refused, as where nobody listens. */
  cut(): Promise<void>;
  mend(): Promise<void>;
};

const HOST = "127.0.0.1";

/** Opens a line on a port of the system's choice; the address is localhost, as passkeys want it. */
export async function openLine(): Promise<Line> {
  let nodePort = 0;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
  };
  const server = createServer((incoming) => {
    const outgoing = connect(nodePort, HOST);
    keep(incoming);
    keep(outgoing);
    incoming.pipe(outgoing).pipe(incoming);
    incoming.on("close", () => outgoing.destroy());
    outgoing.on("close", () => incoming.destroy());
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => {
      server.listen(port, HOST, resolve);
    });
  await listen(0);
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://localhost:${port}`,
    to: (target) => {
      nodePort = Number(new URL(target).port);
    },
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    mend: () => listen(port),
  };
}
