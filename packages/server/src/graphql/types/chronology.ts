import { chronologyShared } from '@caseweave/family';
import { builder } from '../builder.ts';
import { connectionOf } from '../pages/connection.ts';
import { mapPage, type Page } from '../pages/page.ts';
import { rowReading, type RowReading } from '../rows/row-reading.ts';
import { rowType } from '../rows/row-type.ts';
import { rowsField } from '../rows/rows-field.ts';
import { readingOf, SECTION_COST } from '../rows/section-type.ts';
import { Family } from './family.ts';

const ChronologyEvent = rowType(
  chronologyShared,
  'events',
  'ChronologyEvent',
  'Something that happened in the life of the family.',
);
const ChronologyConnection = connectionOf('ChronologyEvent', ChronologyEvent, 'A page of a chronology.');
const { args, complexity, page } = rowsField(chronologyShared, 'events', 'ChronologyEvent');

// The section holds nothing but its events, so the family has them without a type between.
builder.objectField(Family, 'chronology', (t) =>
  t.field({
    type: ChronologyConnection,
    nullable: true,
    description: 'What happened in the life of the family, earliest first.',
    args,
    complexity: (asked) => ({ ...complexity(asked), field: SECTION_COST.field }),
    resolve: async (facts, asked, { asking: { viewer } }): Promise<Page<RowReading> | null> => {
      const reading = await readingOf(viewer, chronologyShared, facts);
      return reading === null ? null : mapPage(page(reading.view.events, asked), (row) => rowReading(reading, row));
    },
  }),
);
