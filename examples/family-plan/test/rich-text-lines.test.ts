import { expect, test } from 'vitest';
import { blocksOf, linesOf } from '../src/story/rich-text-lines.ts';

test('lines are what the break at their end says, and lists stay together', () => {
  const lines = linesOf([
    { insert: 'What goes well' },
    { insert: '\n', attributes: { header: 3 } },
    { insert: 'Ada ' },
    { insert: 'sleeps', attributes: { bold: true } },
    { insert: '\n', attributes: { list: 'bullet' } },
    { insert: 'Tobi swims' },
    { insert: '\n', attributes: { list: 'bullet' } },
    { insert: '\nThe end' },
  ]);
  expect(blocksOf(lines)).toEqual([
    { kind: 'heading', lines: [{ kind: 'heading', spans: [{ insert: 'What goes well' }] }] },
    {
      kind: 'bullet',
      lines: [
        { kind: 'bullet', spans: [{ insert: 'Ada ' }, { insert: 'sleeps', attributes: { bold: true } }] },
        { kind: 'bullet', spans: [{ insert: 'Tobi swims' }] },
      ],
    },
    { kind: 'paragraph', lines: [{ kind: 'paragraph', spans: [{ insert: 'The end' }] }] },
  ]);
});
