import type { Cursor, PrincipalId } from '@caseweave/protocol';
import type { Node } from '../node/node.ts';
import { openCursor } from '../routing/seal-cursor.ts';

/** Where something comes from: a device, and whoever has it. */
export interface FromDevice {
  readonly device: string;
  readonly principalId: PrincipalId;
}

/** The position that a device's cursor stands for; null if it has none, or one of another generation of the log. */
export function positionOf({ authority }: Node, { principalId }: FromDevice, cursor: Cursor | null): number | null {
  const opened = cursor === null ? undefined : openCursor(authority, principalId, cursor);
  return opened?.generation === authority.generation ? opened.position : null;
}
