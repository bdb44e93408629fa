import type { TypeRef } from '../builder.ts';
import type { SectionOfRecord } from '../sources/section-of-record.ts';
import type { Tools } from '../tools.ts';

/** The type of a section of any record: its id and its name. */
export const listedSectionType = ({ builder, made }: Tools): TypeRef<SectionOfRecord> =>
  made.once('listed section', () =>
    builder.objectRef<SectionOfRecord>('Section').implement({
      description:
        'A part of a record that is read and written as a whole. Only those that you may read are ever listed.',
      fields: (t) => ({
        id: t.exposeID('id', { description: 'The id of the section: random, and telling nothing.' }),
        name: t.exposeString('name', { description: 'The name of the section, by which edits name it.' }),
      }),
    }),
  );
