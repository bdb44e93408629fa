import type { OpenRecord } from '@caseweave/caseload';
import type { SectionSchema } from '@caseweave/record';
import { useSection } from '../use-section.ts';
import { Field } from './field.tsx';
import { SectionRows } from './section-rows.tsx';

interface SectionFormProps<Schema extends SectionSchema> {
  readonly record: OpenRecord | undefined;
  readonly of: Schema;
  /** Fields that are shown elsewhere, by name. */
  readonly without?: readonly (keyof Schema['fields'] & string)[];
}

/** All that a section holds, in the order of its declaration; nothing while it is not open, and for who may not read it. */
export function SectionForm<Schema extends SectionSchema>({ record, of, without = [] }: SectionFormProps<Schema>) {
  const any: SectionSchema = of;
  const section = useSection(record, any);
  if (section === undefined) return null;
  return Object.entries(any.fields).map(([name, field]) => {
    if (without.includes(name)) return null;
    return field.kind === 'collection' || field.kind === 'log' ? (
      <SectionRows key={name} record={record} of={any} rows={name} />
    ) : (
      <Field key={name} record={record} of={any} at={name} />
    );
  });
}
