import {
  familyWords,
  oversight,
  personHealth,
  personIdentity,
  personLocation,
  planPractice,
  planShared,
  safetyDomesticAbuse,
  safetyIntelligence,
} from '@caseweave/family';
import type { SectionSchema } from '@caseweave/record';
import { builder } from '../builder.ts';
import { carryOut } from './carry-out.ts';
import { EDIT_ARGS, EDIT_COST } from './edit-args.ts';
import { EditOutcome } from './edit-outcome.ts';
import { rowsOf, textOf } from './open-draft.ts';

/** A text of a section, or of the rows of one of its collections. */
interface TextPlace {
  readonly section: string;
  readonly rows: string | null;
  readonly field: string;
  readonly words: string;
}

const isText = (kind: string): boolean => kind === 'text' || kind === 'rich-text';

const textsOf = ({ name, fields }: SectionSchema): readonly TextPlace[] =>
  Object.entries(fields).flatMap(([own, field]): TextPlace[] => {
    if (isText(field.kind)) return [{ section: name, rows: null, field: own, words: field.options.label ?? own }];
    if (field.kind !== 'collection') return [];
    return Object.entries(field.fields).flatMap(([inner, { kind, options }]) =>
      isText(kind)
        ? [
            {
              section: name,
              rows: own,
              field: inner,
              words: `${field.options.label ?? own}: ${options.label ?? inner}`,
            },
          ]
        : [],
    );
  });

const places = [
  planShared,
  planPractice,
  familyWords,
  safetyDomesticAbuse,
  safetyIntelligence,
  oversight,
  personIdentity,
  personLocation,
  personHealth,
].flatMap(textsOf);

const nameOf = ({ section, rows, field }: TextPlace): string =>
  [section, rows, field]
    .filter((part) => part !== null)
    .join('_')
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z]/g, '_')
    .toUpperCase();

const byName = new Map(places.map((place) => [nameOf(place), place]));

const TextPlaceEnum = builder.enumType('TextPlace', {
  description: 'A text that several people may write in at once.',
  values: Object.fromEntries([...byName].map(([name, { words }]) => [name, { value: name, description: `${words}.` }])),
});

builder.mutationField('addToText', (t) =>
  t.field({
    type: EditOutcome,
    description:
      'Adds a paragraph at the end of a text, beside whatever others write in it. There is no way to replace a text: what somebody types just then would be lost.',
    complexity: EDIT_COST,
    args: {
      key: t.arg.id({ required: true, description: EDIT_ARGS.key }),
      record: t.arg.id({ required: true, description: 'The family or the person.' }),
      text: t.arg({ type: TextPlaceEnum, required: true, description: 'Which text.' }),
      row: t.arg.id({ description: 'Of which row, where each row has such a text.' }),
      words: t.arg.string({ required: true, description: 'The paragraph.' }),
    },
    resolve: (_, { key, record, text: name, row, words }, { asking }) => {
      const place = byName.get(name);
      if (place === undefined) throw new Error('A text of no section was named.');
      return carryOut(asking, {
        request: ['addToText', { record, name, row, words }],
        key,
        record,
        section: place.section,
        act: 'write',
        row: place.rows === null ? { type: 'none' } : { type: 'known', id: row ?? '' },
        change: (open) =>
          open.edit((draft) => {
            const holder = place.rows === null ? draft : rowsOf(draft, place.rows).byId(row ?? '');
            const text = textOf(holder, place.field);
            text.insert(text.length, `${text.length === 0 ? '' : '\n'}${words}`);
          }),
      });
    },
  }),
);
