import { useOpenRecord, useShownSection } from '@caseweave/react';
import type { SectionSchema } from '@caseweave/record';
import { Field } from '../fields/field.tsx';
import { RowsShown } from './rows-shown.tsx';
import { SectionFields } from './section-fields.tsx';

interface SectionShownProps {
  readonly of: SectionSchema;
  /** What the section is called on the screen. */
  readonly title: string;
}

/** Any section in the words of its schema: every value with its label, texts to write in where one may, rows and entries. */
export function SectionShown({ of, title }: SectionShownProps) {
  const shown = useShownSection(useOpenRecord(), of);
  if (shown === undefined) return null;
  return (
    <section className="app-panel" aria-label={title}>
      <h3 className="govuk-heading-s">{title}</h3>
      <SectionFields of={of} />
      {Object.entries(of.fields).map(([name, field]) => {
        const label = field.options.label ?? name;
        switch (field.kind) {
          case 'text':
          case 'rich-text':
            return (
              <div key={name}>
                <h4 className="govuk-heading-s">{label}</h4>
                <Field of={of} at={name} />
              </div>
            );
          case 'collection':
          case 'log':
            return <RowsShown key={name} shown={shown} rows={name} field={field} label={label} />;
          case 'register':
          case 'progress':
          case 'set':
            return null;
        }
      })}
    </section>
  );
}
