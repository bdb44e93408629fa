import type { IncomingMessage } from 'node:http';

/** A request's body as JSON; undefined if it is none or too large. Reading stops at the limit. */
export async function readJson(request: IncomingMessage, most = 16 * 1024): Promise<unknown> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) return undefined;
    pieces.push(piece);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'));
  } catch {
    return undefined;
  }
}
