import { type DeltaInsert, isUnshownIn, type SectionSchema } from '@caseweave/record';
import { UnshownNote } from '../open-record/unshown-note.tsx';
import type { ShownSection } from '../open-record/use-section.ts';
import { nameIn, usePeople, type PeopleOfPlan } from '../families/people-context.tsx';
import { RichTextField } from '../story/rich-text-field.tsx';
import { dayInWords, isDay } from '../words/dates.ts';
import { listed } from '../words/plural.ts';

type Field = SectionSchema['fields'][string];
type InnerField = Extract<Field, { readonly fields: object }>['fields'][string];
/** A field with a value that is said in a few words. */
type AnyField = Field | Exclude<InnerField, { readonly kind: 'position' }>;

interface SectionShownProps {
  readonly shown: ShownSection<SectionSchema>;
  /** What the section is called on the screen. */
  readonly name: string;
}

/** Any section in the words of its schema: every value with its label, texts to write in where one may. */
export function SectionShown({ shown, name }: SectionShownProps) {
  const known = usePeople();
  const view: Readonly<Record<string, unknown>> = shown.view;
  const fields = Object.entries(shown.section.current.schema.fields);
  const values = fields.filter(([, { kind }]) => ['register', 'progress', 'set'].includes(kind));
  return (
    <section className="app-panel" aria-label={name}>
      <h3 className="govuk-heading-s">{name}</h3>
      {values.length > 0 && (
        <dl className="app-details">
          {values.map(([field, declared]) => (
            <div key={field}>
              <dt>{labelOf(declared, field)}</dt>
              <dd>
                {inWords(declared, view[field], known) ?? (isUnshownIn(view, field) ? null : 'Not given')}
                {isUnshownIn(view, field) && <UnshownNote />}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {fields.map(([field, declared]) => {
        const label = labelOf(declared, field);
        if (declared.kind === 'rich-text')
          return (
            <div key={field}>
              <h4 className="govuk-heading-s">{label}</h4>
              <RichTextField
                section={shown.section}
                path={field}
                label={label}
                hint=""
                delta={deltaOf(view[field])}
                blank="Nothing is written here yet."
                canWrite={shown.canWrite}
              />
            </div>
          );
        if (declared.kind !== 'collection' && declared.kind !== 'log') return null;
        return <Rows key={field} label={label} fields={declared.fields} rows={rowsOf(view[field])} known={known} />;
      })}
    </section>
  );
}

interface RowsProps {
  readonly label: string;
  readonly fields: Readonly<Record<string, InnerField>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly known: PeopleOfPlan;
}

function Rows({ label, fields, rows, known }: RowsProps) {
  if (rows.length === 0) return null;
  const shown = Object.entries(fields).flatMap(([field, declared]) =>
    // Which household it is tells machines, not people.
    declared.kind === 'position' || field === 'household' ? [] : [{ field, declared }],
  );
  return (
    <>
      <h4 className="govuk-heading-s">{label}</h4>
      <ul className="app-rows">
        {rows.map((row) => (
          <li key={String(row['id'])}>
            <dl className="app-details">
              {shown.map(({ field, declared }) => {
                const words = inWords(declared, row[field], known);
                const isUnshown = isUnshownIn(row, field);
                return words === null && !isUnshown ? null : (
                  <div key={field}>
                    <dt>{labelOf(declared, field)}</dt>
                    <dd>
                      {words}
                      {isUnshown && <UnshownNote />}
                    </dd>
                  </div>
                );
              })}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}

const labelOf = ({ options }: AnyField, field: string): string => options.label ?? field;

function inWords(declared: AnyField, value: unknown, known: PeopleOfPlan): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) {
    const members: readonly unknown[] = value;
    return members.length === 0 ? null : listed(members.map((member) => inWords(declared, member, known) ?? ''));
  }
  const { options } = declared;
  // The field's own words are for values of its own kind, which is what its view holds.
  if ('words' in options && options.words !== undefined) return (options.words as (value: unknown) => string)(value);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : null;
  if (isDay(value)) return dayInWords(value);
  return known.owners.some((owner) => owner.value === value) ? nameIn(known, value) : value;
}

const rowsOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value)
    ? value.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null)
    : [];

const deltaOf = (value: unknown): readonly DeltaInsert[] =>
  typeof value === 'object' && value !== null && 'delta' in value && Array.isArray(value.delta)
    ? (value.delta as readonly DeltaInsert[])
    : [];
