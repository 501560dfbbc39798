import net from "node:net";

export type LineState = "whole" | "cut" | "black-hole" | "answers-lost";

/**
 * A line between devices and the node that can be cut: `cut` breaks every connection and takes no new one, `black-hole`
 * takes bytes and gives none on, `answers-lost` carries what is asked and swallows what is answered.
 */
export class CutLine implements AsyncDisposable {
  readonly #server: net.Server;
  readonly #sockets = new Set<net.Socket>();
  #state: LineState = "whole";

  private constructor(target: number) {
    this.#server = net.createServer((near) => this.#carry(near, target));
  }

  static async open(target: number): Promise<CutLine> {
    const line = new CutLine(target);
    await new Promise<void>((resolve) => line.#server.listen(0, "127.0.0.1", resolve));
    return line;
  }

  get port(): number {
    return (this.#server.address() as net.AddressInfo).port;
  }

  get state(): LineState {
    return this.#state;
  }

  set(state: LineState): void {
    this.#state = state;
    // NOTE: a mended line breaks what hung in it, as a link that came back would.
    for (const socket of this.#sockets) socket.destroy();
  }

  #carry(near: net.Socket, target: number): void {
    if (this.#state === "cut") {
      near.destroy();
      return;
    }
    const far = net.connect(target, "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(one);
      one.on("data", (bytes: Buffer) => this.#pass(one === near, other, bytes));
      one.on("error", () => other.destroy());
      one.on("close", () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
  }

  #pass(isQuestion: boolean, to: net.Socket, bytes: Buffer): void {
    if (this.#state === "whole" || (this.#state === "answers-lost" && isQuestion)) to.write(bytes);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.set("cut");
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
