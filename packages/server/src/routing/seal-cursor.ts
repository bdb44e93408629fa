import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type Cursor, CURSOR_BYTES } from '@caseweave/protocol';
import type { Authority } from '../directory/authority.ts';

/** What is sealed in a cursor: a position of the log, under a generation and a policy. */
export interface OpenedCursor {
  readonly generation: string;
  readonly policy: number;
  readonly position: number;
}

const NONCE = 12;
const TAG = 16;
const BODY = CURSOR_BYTES - NONCE - TAG;

/** Seals how far somebody has read. Two cursors never look alike, and all have one length. */
export function sealCursor({ cursorKey, generation, policy }: Authority, principal: string, position: number): Cursor {
  const body = Buffer.alloc(BODY);
  Buffer.from(generation, 'hex').copy(body, 0, 0, 16);
  body.writeUInt32BE(policy, 16);
  body.writeBigUInt64BE(BigInt(position), 20);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', cursorKey, nonce).setAAD(Buffer.from(principal));
  return new Uint8Array(Buffer.concat([nonce, cipher.update(body), cipher.final(), cipher.getAuthTag()]));
}

/** Opens a cursor; undefined for one that this authority has not sealed for this principal. */
export function openCursor({ cursorKey }: Authority, principal: string, cursor: Cursor): OpenedCursor | undefined {
  const nonce = cursor.subarray(0, NONCE);
  const decipher = createDecipheriv('aes-256-gcm', cursorKey, nonce, { authTagLength: TAG })
    .setAAD(Buffer.from(principal))
    .setAuthTag(cursor.subarray(CURSOR_BYTES - TAG));
  try {
    const body = Buffer.concat([decipher.update(cursor.subarray(NONCE, CURSOR_BYTES - TAG)), decipher.final()]);
    return {
      generation: body.toString('hex', 0, 16),
      policy: body.readUInt32BE(16),
      position: Number(body.readBigUInt64BE(20)),
    };
  } catch {
    return undefined;
  }
}
