/** Bytes of one message at most: a rulebook file at its limit, doubled by escapes. */
export const MESSAGE_BYTES_MAX = 4_000_000;
/** Bytes of a head at most. */
const HEAD_BYTES_MAX = 4_096;

/** The other side does not speak the protocol; there is no way to go on reading. */
export class FramingError extends Error {
  override readonly name = "FramingError";
  readonly id = "language-server/framing";
}

/** Takes JSON-RPC messages out of a stream, as the Language Server Protocol frames them. Throws FramingError. */
export async function* readMessages(stream: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  let held = Buffer.alloc(0);
  for await (const chunk of stream) {
    held = Buffer.concat([held, chunk]);
    for (let end = bodyEnd(held); end !== undefined && held.length >= end.to; end = bodyEnd(held)) {
      const text = held.toString("utf8", end.from, end.to);
      held = held.subarray(end.to);
      yield parsed(text);
    }
  }
}

/** The message with its head. */
export function framed(message: object): string {
  const text = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

function bodyEnd(held: Buffer): { readonly from: number; readonly to: number } | undefined {
  const head = held.indexOf("\r\n\r\n");
  if (head === -1) {
    if (held.length > HEAD_BYTES_MAX) throw new FramingError("Cannot read the message: its head does not end");
    return undefined;
  }
  const length = Number(/^content-length: *(\d+)\s*$/im.exec(held.toString("latin1", 0, head))?.[1] ?? Number.NaN);
  if (!(length <= MESSAGE_BYTES_MAX))
    throw new FramingError(`Cannot read the message: a Content-Length of at most ${MESSAGE_BYTES_MAX} is expected`);
  return { from: head + 4, to: head + 4 + length };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FramingError("Cannot read the message: it is no JSON");
  }
}
