import { rowsOfPart } from '../rows/row-types.ts';
import type { Tools } from '../tools.ts';
import { addAddendum } from './add-addendum.ts';
import { addToText } from './add-to-text.ts';
import { ownMutation } from './own-mutation.ts';
import { rowMutations } from './row-mutations.ts';
import { settle } from './settle.ts';
import { strike } from './strike.ts';

/** Declares what may be written: rows and fields of each section, and what is done alike in all of them. */
export function edits(tools: Tools): void {
  tools.builder.mutationType({
    description: `What you may change, one thing each. Each takes a key of your choosing, and says what became of it: what you
may not change is told as what does not exist is.`,
  });
  for (const part of tools.model.parts) {
    ownMutation(tools, part);
    for (const rows of rowsOfPart(part)) rowMutations(tools, rows);
  }
  strike(tools);
  addAddendum(tools);
  addToText(tools);
  settle(tools);
}
