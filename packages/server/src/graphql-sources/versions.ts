import { isCursor } from '@caseweave/protocol';
import type { Versions } from '@caseweave/graphql';
import type { Node } from '../node/node.ts';
import { openCursor, sealCursor } from '../routing/seal-cursor.ts';

// No principal has this id, so a version is no cursor of anybody's and a cursor is no version. A version may be handed
// on: from a program that wrote to the page of a person who reads.
const SEALED_FOR = ':version';

/** Versions of what GraphQL reads: positions of the log that this node has heard of, sealed. */
export function versionsOf({ authority, tail }: Node): Versions {
  return {
    position: () => tail.position,
    async reached(position, wait) {
      if (tail.position >= position) return true;
      const { promise: waited, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, wait);
      await Promise.race([tail.catchUp(), waited]);
      clearTimeout(timer);
      return tail.position >= position;
    },
    sealVersion: (position) => Buffer.from(sealCursor(authority, SEALED_FOR, position)).toString('base64url'),
    openVersion(version) {
      const sealed = new Uint8Array(Buffer.from(version, 'base64url'));
      const opened = isCursor(sealed) ? openCursor(authority, SEALED_FOR, sealed) : undefined;
      return opened?.generation === authority.generation ? opened.position : undefined;
    },
  };
}
