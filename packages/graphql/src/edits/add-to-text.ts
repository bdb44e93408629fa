import { rowOf, type AnySectionPart } from '@caseweave/model';
import { schemaOfPart } from '../names/schema-of-part.ts';
import { valueName } from '../names/words.ts';
import type { Tools } from '../tools.ts';
import { labelOf } from '../names/label-of.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { EDIT_ARGS, EDIT_COST } from './edit-args.ts';
import { editFor } from './edit-for.ts';
import { editOutcomeType } from './edit-outcome.ts';
import { rowsOf, textOf } from './open-draft.ts';
import { nameAmong, ownSection } from './section-argument.ts';

/** A text of a section, or of the rows of one of its collections. */
interface TextPlace {
  readonly part: AnySectionPart;
  readonly rows: string | null;
  readonly field: string;
  readonly words: string;
}

const isText = (kind: string): boolean => kind === 'text' || kind === 'rich-text';

/** The texts of a section, or of each of those that are alike. */
function textsOf(part: AnySectionPart): readonly TextPlace[] {
  return Object.entries(schemaOfPart(part).fields).flatMap(([own, field]): TextPlace[] => {
    const label = labelOf(own, field);
    if (isText(field.kind)) return [{ part, rows: null, field: own, words: `“${label}” in the section ${part.title}` }];
    if (field.kind !== 'collection') return [];
    return Object.entries(field.fields).flatMap(([inner, of]) =>
      isText(of.kind)
        ? [
            {
              part,
              rows: own,
              field: inner,
              words: `“${labelOf(inner, of)}” of each “${label}” in the section ${part.title}`,
            },
          ]
        : [],
    );
  });
}

const nameOf = ({ part, rows, field }: TextPlace): string => valueName([rowOf(part), rows ?? '', field].join(' '));

const WHICH =
  'Of sections that are alike: which, by its name, as `Section.name` has it; of whom you work for, unless said.';

function sectionOf(tools: Tools, part: AnySectionPart, given: unknown, viewer: Viewer): string | undefined {
  if (part.type === 'section') return part.schema.name;
  return typeof given === 'string' ? nameAmong(part, given) : ownSection(tools, part, viewer);
}

/** Declares adding to a text: the same for every text of every section. */
export function addToText(tools: Tools): void {
  const byName = new Map(tools.model.parts.flatMap(textsOf).map((place) => [nameOf(place), place]));
  if (byName.size === 0) return;
  const TextPlaceEnum = tools.builder.enumType('TextPlace', {
    description: 'A text that several people may write in at once.',
    values: Object.fromEntries(
      [...byName].map(([name, { words }]) => [name, { value: name, description: `${words}.` }]),
    ),
  });
  const areSomeAlike = [...byName.values()].some(({ part }) => part.type !== 'section');
  tools.builder.mutationField('addToText', (t) =>
    t.field({
      type: editOutcomeType(tools),
      description:
        'Adds a paragraph at the end of a text, beside whatever others write in it. There is no way to replace a text: what somebody types just then would be lost.',
      complexity: EDIT_COST,
      args: {
        key: t.arg.id({ required: true, description: EDIT_ARGS.key }),
        record: t.arg.id({ required: true, description: EDIT_ARGS.record }),
        text: t.arg({ type: TextPlaceEnum, required: true, description: 'Which text of the record.' }),
        ...(areSomeAlike && { section: t.arg.string({ description: WHICH }) }),
        row: t.arg.id({ description: 'Of which row, where each row has such a text.' }),
        words: t.arg.string({ required: true, description: 'The paragraph that is added.' }),
      },
      resolve: (_, { key, record, text: name, section, row, words }, { asking }) => {
        const place = byName.get(name);
        if (place === undefined) throw new Error('A text of no section was named.');
        return editFor(asking, {
          request: ['addToText', { record, name, section, row, words }],
          key,
          record,
          section: sectionOf(tools, place.part, section, asking.viewer),
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
}
