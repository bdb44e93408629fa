import type * as Y from 'yjs';
import type { Stretch } from './trace.ts';

/** Types each change of a stretch in a transaction of its own. */
export function typeChanges(text: Y.Text, { changes }: Stretch): void {
  for (const patches of changes) {
    text.doc?.transact(() => {
      for (const [at, remove, insert] of patches) {
        if (remove > 0) text.delete(at, remove);
        if (insert !== '') text.insert(at, insert);
      }
    });
  }
}
