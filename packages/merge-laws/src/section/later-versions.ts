import {
  collection,
  extendSection,
  log,
  register,
  setOf,
  type ProgressField,
  type RegisterField,
  type RowField,
  type SectionSchema,
  type SetField,
} from '@caseweave/record';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Outline, ValuePools } from './outline.ts';

/** A value that no field allows as it was declared, unless it allows any text. */
const laterValue = 'a value of a later version';

/** Versions that do not exist yet, and values that their fields hold, by path. */
export interface LaterVersions {
  readonly schemas: readonly SectionSchema[];
  readonly values: ValuePools;
}

/**
 * Makes up what may come: the section with an extension, and its next version with the same, which has a field more in
 * every part, a code more in every list, and states more in every order.
 */
export function laterVersionsOf(schema: SectionSchema, { fields }: Outline): LaterVersions {
  const pools = [...fields.values()].map(({ path, pool }) => [path, [laterValue, ...pool]] as const);
  return { schemas: [extended(schema), extended(nextVersionOf(schema))], values: Object.fromEntries(pools) };
}

const added = { addedLater: register(someText()), addedLaterToo: setOf(someText()) };

/** Rows of every collection get a field, and there are rows and entries of the extension's own. */
function extended(schema: SectionSchema): SectionSchema {
  const collections = Object.keys(schema.fields).filter((name) => schema.fields[name]?.kind === 'collection');
  return extendSection(schema, {
    name: 'elsewhere',
    version: 1,
    oldestWriter: 1,
    fields: {
      ...added,
      rows: collection({ name: register(someText()) }),
      entries: log({ name: register(someText()) }),
    },
    rows: Object.fromEntries(collections.map((name) => [name, { own: register(someText()) }])),
  });
}

function nextVersionOf(schema: SectionSchema): SectionSchema {
  const wider = Object.entries(schema.fields).map(([field, declared]) => {
    if (declared.kind !== 'collection' && declared.kind !== 'log') return [field, widened(declared)];
    const members = Object.entries<RowField>(declared.fields).map(([member, of]) => [member, widened(of)] as const);
    const more = declared.kind === 'collection' ? added : {};
    const inner: { readonly [name: string]: RowField } = { ...Object.fromEntries(members), ...more };
    return [field, { ...declared, fields: inner }];
  });
  const all: SectionSchema['fields'] = { ...(Object.fromEntries(wider) as SectionSchema['fields']), ...added };
  // Whatever extends it, which only a schema has.
  return { ...schema, version: schema.version + 1, fields: all };
}

/** The field with a value more, where it has values of its own. */
function widened(field: RowField): RowField {
  switch (field.kind) {
    case 'register':
      return isWidened(field) ? { ...field, schema: orLater(field.schema) } : field;
    case 'set':
      return isWidened(field) ? { ...field, schema: orLater(field.schema) } : field;
    case 'progress':
      return withStates(field);
    case 'text':
    case 'rich-text':
    case 'position':
      return field;
  }
}

// A rule of the developer's own knows the values that there are.
const isWidened = ({ target, options }: RegisterField<unknown> | SetField<unknown>): boolean =>
  target === undefined && !('standing' in options && typeof options.standing === 'object');

function withStates(field: ProgressField<string>): ProgressField<string> {
  const [last = [], ...before] = field.steps.toReversed();
  return { ...field, steps: [...before.toReversed(), ['addedLater'], [...last, 'endedLater']] };
}

const orLater = (schema: StandardSchemaV1): StandardSchemaV1 => ({
  '~standard': {
    version: 1,
    vendor: 'caseweave',
    validate: (value) => (value === laterValue ? { value } : schema['~standard'].validate(value)),
  },
});

function someText(): StandardSchemaV1<unknown, string> {
  return {
    '~standard': {
      version: 1,
      vendor: 'caseweave',
      validate: (value) => (typeof value === 'string' ? { value } : { issues: [{ message: 'this is a text' }] }),
    },
  };
}
