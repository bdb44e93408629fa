import type { Json } from '../json.ts';
import type { SectionSchema } from '../schema/section-schema.ts';
import type { RefTarget, RowField, SectionField } from '../fields/fields.ts';
import { localName } from '../fields/field-name.ts';
import { extensionVersions, type Shape } from '../schema/shape.ts';
import { labelFrom } from '../words.ts';

/** What a field is and what edits of it made apart mean, as plain data: no validators, no functions. */
export interface FieldSummary {
  readonly kind: SectionField['kind'] | 'position' | 'ref' | 'refs';
  readonly label: string;
  /** The rule by which one of several values stands; `choice` where a function chooses. */
  readonly standing?: string;
  /** The values from low to high. */
  readonly order?: readonly Json[];
  /** Of a progress: the states, those that are equally far together. */
  readonly steps?: readonly (readonly string[])[];
  readonly exclusive?: readonly Json[];
  readonly formats?: readonly string[];
  /** Of a reference: where it leads, as `section/rows`, or `rows` of the same section. */
  readonly target?: string;
}

/** A schema as plain data, to be printed, and to be kept of each version that was released. */
export interface SchemaSummary {
  readonly section: string;
  readonly version: number;
  readonly oldestWriter: number;
  /** What extends the section, by name; left out where nothing does. */
  readonly extensions?: Shape['extensions'];
  /** By path, such as `jobs` and `jobs.title`; in the order of their declaration. */
  readonly fields: Readonly<Record<string, FieldSummary>>;
}

/** Sums up a schema as plain data. */
export function schemaSummary(schema: SectionSchema): SchemaSummary {
  const { name, version, oldestWriter, fields } = schema;
  const summaries = Object.entries(fields).flatMap(([field, declared]) => summarise(field, declared));
  const extensions = extensionVersions(schema);
  return {
    section: name,
    version,
    oldestWriter,
    ...(Object.keys(extensions).length > 0 && { extensions }),
    fields: Object.fromEntries(summaries),
  };
}

function summarise(name: string, field: SectionField): readonly (readonly [string, FieldSummary])[] {
  if (field.kind !== 'collection' && field.kind !== 'log') return [[name, summaryOf(name, field)]];
  const members = Object.entries<RowField>(field.fields).map(
    ([member, declared]) => [`${name}.${member}`, summaryOf(member, declared)] as const,
  );
  return [[name, { kind: field.kind, label: field.options.label ?? labelFrom(localName(name)) }], ...members];
}

function summaryOf(name: string, field: RowField): FieldSummary {
  const label = field.options.label ?? labelFrom(localName(name));
  switch (field.kind) {
    case 'register': {
      const { standing, order } = field.options;
      return {
        kind: field.target === undefined ? 'register' : 'ref',
        label,
        ...(standing !== undefined && { standing: typeof standing === 'string' ? standing : 'choice' }),
        ...(order !== undefined && { order: order as readonly Json[] }),
        ...(field.target !== undefined && { target: targetOf(field.target) }),
      };
    }
    case 'set': {
      const { exclusive } = field.options;
      return {
        kind: field.target === undefined ? 'set' : 'refs',
        label,
        ...(exclusive !== undefined && { exclusive: exclusive as readonly Json[] }),
        ...(field.target !== undefined && { target: targetOf(field.target) }),
      };
    }
    case 'progress':
      return { kind: 'progress', label, steps: field.steps };
    case 'rich-text':
      return { kind: 'rich-text', label, formats: field.formats };
    case 'text':
    case 'position':
      return { kind: field.kind, label };
  }
}

const targetOf = (target: RefTarget): string =>
  target.type === 'own' ? target.rows : `${target.section}/${target.rows}`;
