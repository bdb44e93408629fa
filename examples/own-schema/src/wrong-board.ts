/** A board of who helps today, written as many begin: read the list, add a name, write the list back. */
import { yjsSubject } from '@caseweave/merge-laws';
import fc from 'fast-check';
import type * as Y from 'yjs';

type BoardEdit = { readonly add: string };

const helpersOf = (board: Y.Map<readonly string[]>): readonly string[] => board.get('helpers') ?? [];

export const wrongBoard = yjsSubject<BoardEdit, Y.Map<readonly string[]>>({
  name: 'board',
  edits: fc.constantFrom({ add: 'Asha' }, { add: 'Bo' }, { add: 'Cleo' }),
  open: (doc) => doc.getMap('board'),
  // Two people who do this at once each write a list without the other's name.
  edit: (board, { add }) => void board.set('helpers', [...helpersOf(board).filter((name) => name !== add), add]),
  view: helpersOf,
  meaning: (_board, { add }) => [{ does: 'add', cell: 'helpers', value: add }],
  kept: helpersOf,
  words: ({ add }) => `adds ${add}`,
});
