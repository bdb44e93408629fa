import type { Json, SectionSchema } from '@caseweave/record';
import { RecordError } from '@caseweave/record';
import type { ProgressField, RefTarget, RegisterField, RegisterOptions, RowField, SetField } from '@caseweave/record';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { canonicalText } from '../values/canonical.ts';
import { poolOf } from '../values/pool.ts';

/** A field as the kit sees it. */
export interface FieldOutline {
  readonly path: string;
  readonly name: string;
  /** The collection or log that it belongs to; empty for the section's own. */
  readonly group: string;
  readonly kind: 'register' | 'progress' | 'set' | 'text' | 'rich-text';
  /** The values that edits choose from. */
  readonly pool: readonly Json[];
  /** Whether an entry of a log may leave it out. */
  readonly optional: boolean;
  readonly steps: readonly (readonly string[])[];
  readonly exclusive: ReadonlySet<string>;
  readonly options: RegisterOptions<unknown>;
  readonly formats: readonly string[];
  /** Of a reference, the rows that it leads to; edits then choose a row by its number. */
  readonly target: RefTarget | undefined;
  /** Whether this version understands a stored value. */
  understands(value: Json): boolean;
}

/** What entities of one kind hold. */
export interface GroupOutline {
  readonly name: string;
  readonly kind: 'section' | 'collection' | 'log';
  readonly fields: readonly FieldOutline[];
  readonly position: string | undefined;
}

/** A schema as the kit sees it: read from its declaration, and from nothing that the library makes of that. */
export interface Outline {
  readonly schema: SectionSchema;
  readonly groups: ReadonlyMap<string, GroupOutline>;
  readonly fields: ReadonlyMap<string, FieldOutline>;
}

/** Values to choose from, by path. */
export interface ValuePools {
  readonly [path: string]: readonly unknown[];
}

/** Reads a declaration. */
export function outlineOf(schema: SectionSchema, values: ValuePools): Outline {
  const groups = new Map<string, GroupOutline>();
  const own: FieldOutline[] = [];
  for (const [name, field] of Object.entries(schema.fields)) {
    if (field.kind === 'collection' || field.kind === 'log')
      groups.set(name, groupOf(name, field.kind, field.fields, values));
    else own.push(fieldOf(name, '', field, values));
  }
  groups.set('', { name: '', kind: 'section', fields: own, position: undefined });
  const fields = new Map([...groups.values()].flatMap((group) => group.fields.map((field) => [field.path, field])));
  return { schema, groups, fields };
}

function groupOf(
  name: string,
  kind: GroupOutline['kind'],
  declared: { readonly [name: string]: RowField },
  values: ValuePools,
): GroupOutline {
  const entries = Object.entries(declared);
  const position = entries.find(([, field]) => field.kind === 'position');
  const fields = entries.flatMap(([member, field]) =>
    field.kind === 'position' ? [] : [fieldOf(member, name, field, values)],
  );
  return { name, kind, fields, position: position === undefined ? undefined : `${name}.${position[0]}` };
}

type PlainField = Exclude<RowField, { readonly kind: 'position' }>;

function fieldOf(name: string, group: string, field: PlainField, values: ValuePools): FieldOutline {
  const path = group === '' ? name : `${group}.${name}`;
  const common = {
    path,
    name,
    group,
    kind: field.kind,
    optional: false,
    steps: [],
    exclusive: new Set<string>(),
    options: {},
    formats: [],
    pool: [],
    target: undefined,
    understands: () => true,
  };
  if (field.kind === 'text') return common;
  if (field.kind === 'rich-text') return { ...common, formats: field.formats };
  if (field.kind === 'progress') return progressOutline(common, field);
  return valueOutline(common, field, values[path]);
}

function progressOutline(common: FieldOutline, { steps }: ProgressField<string>): FieldOutline {
  const states = steps.flat();
  // The last ones too: that is where two ends can meet.
  const pool = [...new Set([...states.slice(0, 2), ...states.slice(-3)])];
  return { ...common, steps, pool, understands: (value) => typeof value === 'string' && states.includes(value) };
}

function valueOutline(
  common: FieldOutline,
  field: RegisterField<unknown> | SetField<unknown>,
  given: readonly unknown[] | undefined,
): FieldOutline {
  const { schema, options, target } = field;
  if (target !== undefined) {
    const understands = (value: Json): boolean =>
      typeof value === 'string' || (value === null && field.kind === 'register');
    return { ...common, pool: [0, 1, 2], optional: passes(schema, undefined), options, target, understands };
  }
  const exclusive = field.kind === 'set' ? (field.options.exclusive ?? []) : [];
  const order = field.kind === 'register' ? (field.options.order ?? []) : [];
  const pool = given === undefined ? poolOf(schema, [...exclusive.slice(0, 1), ...order]) : poolOf(schema, given);
  if (pool.length === 0) {
    throw new RecordError(
      'bad-schema',
      `No value is known that ${common.path} allows: name two or three in the option \`values\`, as { '${common.path}': [...] }.`,
    );
  }
  const known = new Map<string, boolean>();
  return {
    ...common,
    pool,
    optional: passes(schema, undefined),
    exclusive: new Set(exclusive.filter(isJson).map(canonicalText)),
    options,
    understands: (value) => {
      if (value === null && field.kind === 'register') return true;
      const text = canonicalText(value);
      let answer = known.get(text);
      if (answer === undefined) known.set(text, (answer = passes(schema, value)));
      return answer;
    },
  };
}

const isJson = (value: unknown): value is Json => value !== undefined;

function passes(schema: StandardSchemaV1, value: unknown): boolean {
  const result = schema['~standard'].validate(value);
  return !(result instanceof Promise) && result.issues === undefined;
}
