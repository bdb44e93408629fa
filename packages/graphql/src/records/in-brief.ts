import { rowOf, type AnySectionPart } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import type { Fields, FieldsMade } from '../builder.ts';
import { fieldOf } from '../names/words.ts';
import type { Tools } from '../tools.ts';
import { outputField } from '../values/output-field.ts';
import { outputOf } from '../values/output.ts';
import type { ReadableRecord } from '../viewer/reading.ts';
import { memberOf } from '../viewer/told.ts';

interface InBrief {
  readonly record: ReadableRecord;
  readonly shown: Json;
}

/** The field of a kind over what lists show of one of its sections: `planInBrief`. No document is opened for it. */
export function inBriefField(tools: Tools, part: AnySectionPart): (t: Fields<ReadableRecord>) => FieldsMade {
  const names = tools.names.sections.get(rowOf(part));
  if (part.type !== 'section' || part.list === null || names === undefined) return () => ({});
  const { name } = part.schema;
  const members = Object.entries(part.list.fields).map(
    ([member, { label, value }]) =>
      [member, label, outputOf(tools, value.valueKind, `${names.type} ${member}`)] as const,
  );
  const type = tools.builder.objectRef<InBrief>(`${names.type}InBrief`).implement({
    description: `What lists show of the section ${part.title}.`,
    fields: (t) =>
      Object.fromEntries(
        members.map(([member, label, output]) => [
          fieldOf(member),
          outputField(t, output, {
            description: `“${label}”, as lists show it.`,
            of: ({ record, shown }) => ({ value: memberOf(shown, member), record, as: 'written' }),
          }),
        ]),
      ),
  });
  return (t: Fields<ReadableRecord>) => ({
    [`${names.field}InBrief`]: t.field({
      type,
      nullable: true,
      description: `What lists show of the section ${part.title}, without reading it whole.`,
      resolve: async (record, _, { asking: { viewer } }): Promise<InBrief | null> => {
        const shown = await viewer.inBrief(name, record.id);
        return shown === undefined ? null : { record, shown };
      },
    }),
  });
}
