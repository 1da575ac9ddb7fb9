/** A server sent more than was asked for. */
export class BodyTooLarge extends Error {
  /** Bytes. */
  readonly max: number;

  constructor(max: number) {
    super(`the server sends more than ${max} bytes`);
    this.name = 'BodyTooLarge';
    this.max = max;
  }
}

/**
 * All bytes of an answer's body, as they are after decompression. Reading stops, and the connection is let go, as soon
 * as there are more than `max`, whatever the header said. How long it may take is the request's own signal's business.
 *
 * @param max bytes
 * @throws BodyTooLarge; whatever the connection breaks with, or the request's signal was aborted for
 */
export async function readBody(response: Response, max: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bounded(response, max).body ?? []) {
    length += part.length;
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}

/**
 * A `fetch` whose answers end in BodyTooLarge once their bodies exceed `max` bytes: for libraries that read bodies
 * themselves.
 */
export function boundedFetch(max: number): typeof fetch {
  return async (input, init) => bounded(await fetch(input, init), max);
}

/** The same answer with a body that breaks off after `max` bytes. */
function bounded(response: Response, max: number): Response {
  const { body, status, statusText, headers } = response;
  if (body === null) return response;
  if (Number(headers.get('content-length') ?? 0) > max) {
    // Nobody waits for the goodbye to a server that is not listened to.
    void body.cancel().catch(() => {});
    throw new BodyTooLarge(max);
  }
  let length = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      length += part.length;
      if (length > max) throw new BodyTooLarge(max);
      controller.enqueue(part);
    },
  });
  return new Response(body.pipeThrough(counter), { status, statusText, headers });
}
