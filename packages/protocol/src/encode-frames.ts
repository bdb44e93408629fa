import * as encoding from 'lib0/encoding';
import type { Decoded } from './bytes/decoded.ts';
import { framesOf } from './bytes/frame.ts';
import type { MessageCodec } from './bytes/message-codec.ts';
import { WIRE } from './limits.ts';
import { clientCodec } from './messages/client-codec.ts';
import type { ClientMessage } from './messages/client-message.ts';
import { serverCodec } from './messages/server-codec.ts';
import type { ServerMessage } from './messages/server-message.ts';

/** Packs a device's messages, in order, into as few binary frames as they need. */
export const encodeClientFrames = (messages: readonly ClientMessage[]): Uint8Array[] => pack(clientCodec, messages);

/** Packs a server's messages, in order, into as few binary frames as they need. */
export const encodeServerFrames = (messages: readonly ServerMessage[]): Uint8Array[] => pack(serverCodec, messages);

/** Reads the messages of a payload that a device sent. Never throws. */
export const decodeClientMessages = (payload: Uint8Array): Decoded<readonly ClientMessage[]> =>
  clientCodec.decode(payload);

/** Reads the messages of a payload that a server sent. Never throws. */
export const decodeServerMessages = (payload: Uint8Array): Decoded<readonly ServerMessage[]> =>
  serverCodec.decode(payload);

function pack<Message>(codec: MessageCodec<Message>, messages: readonly Message[]): Uint8Array[] {
  const frames: Uint8Array[] = [];
  let shared: Uint8Array[] = [];
  let size = 0;
  const flush = () => {
    if (shared.length > 0) frames.push(...framesOf(concatenated(shared, size)));
    shared = [];
    size = 0;
  };
  for (const message of messages) {
    const encoder = encoding.createEncoder();
    codec.write(encoder, message);
    const bytes = encoding.toUint8Array(encoder);
    // One byte of each frame is its flags.
    if (size + bytes.length >= WIRE.frameBytes || shared.length === WIRE.messagesInPayload) flush();
    shared.push(bytes);
    size += bytes.length;
  }
  flush();
  return frames;
}

function concatenated(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
