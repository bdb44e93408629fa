import { notes, type NotesSection } from '@caseweave/family';
import { builder } from '../builder.ts';
import { rowsOn } from '../rows/rows-on.ts';
import { readingOf, SECTION_COST, type ReadingOf } from '../rows/section-type.ts';
import { Agency } from './directory.ts';
import { Family } from './family.ts';

interface NotesOf extends ReadingOf<NotesSection> {
  readonly agency: string;
}

const AgencyNotes = builder.objectRef<NotesOf>('AgencyNotes').implement({
  description: "One agency's own notes of a family.",
  fields: (t) => ({
    agency: t.field({
      type: Agency,
      nullable: true,
      description: 'Whose notes they are.',
      resolve: ({ agency }, _, { asking: { viewer } }) => viewer.load.agency.load(agency),
    }),
  }),
});

rowsOn(AgencyNotes, {
  schema: notes('own'),
  rows: 'notes',
  one: 'Note',
  is: 'A note of one author, which never changes.',
  are: 'The notes, in order of their days.',
});

const PREFIX = 'notes.';

builder.objectField(Family, 'notes', (t) =>
  t.field({
    type: [AgencyNotes],
    description: 'The notes of the agencies whose notes you may read: your own, most often.',
    complexity: { field: SECTION_COST.field, multiplier: 2 },
    resolve: async (facts, _, { asking: { viewer } }) => {
      const names = (await viewer.sections(facts.record)).filter(({ name }) => name.startsWith(PREFIX));
      const read = await Promise.all(
        names.map(async ({ name }) => {
          const agency = name.slice(PREFIX.length);
          const reading = await readingOf(viewer, notes(agency), facts);
          return reading === null ? undefined : { ...reading, agency };
        }),
      );
      return read.filter((one) => one !== undefined);
    },
  }),
);
