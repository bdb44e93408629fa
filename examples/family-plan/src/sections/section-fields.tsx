import type { SectionSchema } from '@caseweave/record';
import { Field } from '../fields/field.tsx';

interface SectionFieldsProps {
  readonly of: SectionSchema;
  /** What it is about, in the labels: a person's name. */
  readonly name?: string | undefined;
  readonly but?: readonly string[];
}

/** The single values of a section, each with its label, edited in place. */
export function SectionFields({ of, name, but = [] }: SectionFieldsProps) {
  const values = Object.entries(of.fields).filter(
    ([field, { kind }]) => (kind === 'register' || kind === 'progress' || kind === 'set') && !but.includes(field),
  );
  if (values.length === 0) return null;
  return (
    <dl className="app-details">
      {values.map(([field, { options }]) => (
        <div key={field}>
          <dt>{options.label ?? field}</dt>
          <dd>
            <Field of={of} at={field} name={name} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
