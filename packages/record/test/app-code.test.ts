import {
  defineSection,
  editSections,
  openSection,
  openUndo,
  readSectionAndQuestions,
  RecordError,
  register,
  type SectionCallback,
  type SectionOptions,
  setOf,
  text,
} from '@caseweave/record';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';

const mistake = new Error('a mistake of the app');

/** What throws while it is so. */
let isThrowing: SectionCallback | null = null;
const mayThrow = (where: SectionCallback): void => {
  if (where === isThrowing) throw mistake;
};

/** Any text; a validator that throws where others would promise an answer. */
const strings: StandardSchemaV1<string> = {
  '~standard': {
    version: 1,
    vendor: 'the app',
    validate: (value) => {
      mayThrow('validator');
      return typeof value === 'string' ? { value } : { issues: [{ message: 'no text' }] };
    },
  },
};

const odd = defineSection({
  name: 'odd',
  version: 2,
  oldestWriter: 1,
  fields: {
    title: register(strings, {
      standing: {
        choose: (values) => {
          mayThrow('standing');
          return values.at(-1) ?? '';
        },
        because: 'the last in the alphabet stands',
      },
      words: (value) => {
        mayThrow('words');
        return `“${value}”`;
      },
    }),
    tags: setOf(z.string()),
    since: register(z.string()),
    story: text(),
  },
  upgrades: {
    2: {
      fields: () => {
        mayThrow('upgrade');
        return { since: 'always' };
      },
    },
  },
});

function open(client: number, more: Partial<SectionOptions> = {}) {
  const doc = new Y.Doc();
  doc.clientID = client;
  const authorOf = (id: number) => {
    mayThrow('author-of');
    return { id: String(id), name: `Author ${id}` };
  };
  return openSection(odd, { doc, now: () => 0, newId: () => 'row', authorOf, ...more });
}

/** What Amina and Bartek wrote apart: a question is open, about a section in which everything is asked. */
function disputed(): Uint8Array {
  const [amina, bartek] = [open(1), open(2)];
  amina.edit((draft) => void (draft.title = 'Apple'));
  bartek.edit((draft) => void (draft.title = 'Berry'));
  Y.applyUpdate(amina.doc, Y.encodeStateAsUpdate(bartek.doc));
  // Of what was written last a validator is not asked again.
  open(9).edit((draft) => void (draft.title = 'Cherry'));
  return Y.encodeStateAsUpdate(amina.doc);
}

/** What stands instead where such a function throws. */
const instead: { readonly [Where in SectionCallback]: object } = {
  'author-of': { asked: [{ words: '“Apple”' }, { words: '“Berry”' }], named: false },
  listener: {},
  standing: { title: 'Apple' },
  upgrade: { since: null },
  validator: { title: null, asked: [] },
  words: { asked: [{ words: 'Apple' }, { words: 'Berry' }] },
};

const usual = { title: 'Berry', since: 'always', asked: [{ words: '“Apple”' }, { words: '“Berry”' }], named: true };

test.for(Object.keys(instead) as SectionCallback[])(
  '[R36] what %s throws is told, keeps nothing from being read or written, and no edit is both written and thrown',
  (where) => {
    const told: unknown[] = [];
    const theirs = disputed();
    const section = open(3, { onError: (...mine) => told.push(mine) });
    const heard: string[] = [];
    section.subscribe(() => mayThrow('listener'));
    section.subscribe(() => heard.push('section'));
    section.doc.on('afterTransaction', () => mayThrow('listener'));
    section.text('story').observe(() => mayThrow('listener'));
    const undo = openUndo([section]);
    isThrowing = where;
    try {
      const received = () => Y.applyUpdate(section.doc, theirs);
      if (where === 'listener') expect(received).toThrow(mistake);
      else received();
      const edited = section.edit((draft) => {
        draft.tags.add('new');
        draft.story.insert(0, 'Words');
      });

      const { title, tags, since, story } = section.view();
      const asked = section.questions().flatMap(({ claims }) => claims);
      const shown = { title, since, asked, named: asked.every(({ author }) => author !== undefined) };
      expect({ edited: edited.type, tags, story }).toEqual({ edited: 'edited', tags: ['new'], story: 'Words' });
      expect(shown).toMatchObject({ ...usual, ...instead[where] });
      expect(editSections([section], ([draft]) => draft.tags.add('together')).type).toBe('edited');
      expect(undo.undo().type).toBe('taken-back');
      expect(section.view().tags).toEqual(['new']);
      expect(heard).toEqual(['section', 'section', 'section', 'section']);
      expect(new Set(told)).toContainEqual([where, mistake]);
      expect(told.every((one) => Array.isArray(one) && one[0] === where && one[1] === mistake)).toBe(true);
    } finally {
      isThrowing = null;
    }
  },
);

test('[R36] a section that is closed hears of no mistakes, and one that throws on hearing of them harms nothing', () => {
  const told: unknown[] = [];
  const onError = (where: SectionCallback) => {
    told.push(where);
    throw mistake;
  };
  const [one, other] = [open(3, { onError }), open(4, { onError })];
  const theirs = disputed();
  isThrowing = 'upgrade';
  try {
    one.view();
    expect(told).toEqual(['upgrade']);
    one.close();
    Y.applyUpdate(other.doc, theirs);
    other.view();
    expect(told.length).toBeGreaterThan(1);
    other.close();
    const before = told.length;
    const { doc } = open(5);
    readSectionAndQuestions(odd, doc);
    expect(told).toHaveLength(before);
    readSectionAndQuestions(odd, doc, { onError });
    expect(told.length).toBeGreaterThan(before);
  } finally {
    isThrowing = null;
  }
});

test('[R36] a validator that promises an answer where it throws is told of as well, on reading and on writing', async () => {
  const schema = defineSection({
    name: 'zodly',
    version: 1,
    oldestWriter: 1,
    fields: {
      title: register(
        z.string().refine(() => {
          mayThrow('validator');
          return true;
        }),
      ),
    },
  });
  const told: unknown[] = [];
  const doc = new Y.Doc();
  const section = openSection(schema, {
    doc,
    now: () => 0,
    newId: () => 'row',
    authorOf: () => undefined,
    onError: (...mine) => told.push(mine),
  });
  section.edit((draft) => void (draft.title = 'Apple'));

  isThrowing = 'validator';
  try {
    expect(() => section.edit((draft) => void (draft.title = 'Berry'))).toThrow(RecordError);
    expect(section.view().title).toBe('Apple');
    await Promise.resolve();
    expect(told).toEqual([['validator', mistake]]);
  } finally {
    isThrowing = null;
  }
});
