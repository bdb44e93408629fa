import { builder } from '../builder.ts';
import type { SectionFacts } from '../sources/section-facts.ts';

/** A section of a record. */
export const Section = builder.objectRef<SectionFacts>('Section').implement({
  description: 'A part of a record that is read and written as a whole. Only those that you may read are ever listed.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the section: random, and telling nothing.' }),
    name: t.exposeString('name', { description: 'What the section holds, such as `plan.shared`.' }),
  }),
});
