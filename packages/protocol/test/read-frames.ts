import {
  type ClientMessage,
  decodeClientMessages,
  decodeServerMessages,
  openFrame,
  type PartialPayload,
  type ServerMessage,
  WIRE,
} from '@caseweave/protocol';

/** Opens frames that are expected to be good and gives their payloads. */
export function payloads(frames: readonly Uint8Array[]): Uint8Array[] {
  let partial: PartialPayload | null = null;
  const whole: Uint8Array[] = [];
  for (const frame of frames) {
    const opened = openFrame(partial, frame, 0, WIRE.downPayloadBytes);
    if (opened.type === 'refused') throw new Error(opened.detail);
    partial = opened.type === 'more' ? opened.partial : null;
    if (opened.type === 'payload') whole.push(opened.payload);
  }
  if (partial !== null) throw new Error('a payload is not finished');
  return whole;
}

/** The messages in a device's frames. */
export const fromClient = (frames: readonly Uint8Array[]): ClientMessage[] =>
  payloads(frames).flatMap((payload) => {
    const read = decodeClientMessages(payload);
    if (read.type === 'refused') throw new Error(read.detail);
    return read.value;
  });

/** The messages in a server's frames. */
export const fromServer = (frames: readonly Uint8Array[]): ServerMessage[] =>
  payloads(frames).flatMap((payload) => {
    const read = decodeServerMessages(payload);
    if (read.type === 'refused') throw new Error(read.detail);
    return read.value;
  });
