import type { StandardSchemaV1 } from '@standard-schema/spec';
import type {
  CollectionField,
  EntryFields,
  FieldOptions,
  LogField,
  OtherTarget,
  OwnTarget,
  PositionField,
  ProgressField,
  RefField,
  RefsField,
  RefTarget,
  RegisterField,
  RegisterOptions,
  RichTextField,
  RichTextOptions,
  RowFields,
  SetField,
  SetOptions,
  TextField,
  ValueOptions,
} from '../fields/fields.ts';
import { isEntityId } from '../entity-ids.ts';
import type { Json } from '../json.ts';
import { badSchema } from '../fields/bad-schema.ts';
import { planOf } from './define-section.ts';
import type { SectionSchema } from './section-schema.ts';
import type { Storable } from './storable.ts';

/**
 * A field of one value, any that JSON can carry. Different values written at once are all kept: one stands, and a
 * question is asked.
 *
 * @param schema - checks values; any Standard Schema validator that answers at once, such as zod's
 */
export function register<Value extends Json | undefined>(
  schema: StandardSchemaV1<unknown, Value>,
  options?: RegisterOptions<NoInfer<Value>>,
): RegisterField<Value>;
export function register<Value>(
  schema: StandardSchemaV1<unknown, Value> & Storable<NoInfer<Value>>,
  options?: RegisterOptions<NoInfer<Value>>,
): RegisterField<Value>;
export function register<Value>(
  schema: StandardSchemaV1<unknown, Value>,
  options: RegisterOptions<NoInfer<Value>> = {},
): RegisterField<Value> {
  return { kind: 'register', schema, options };
}

/**
 * A field that moves through states. The furthest of several states stands, without a question; states in an inner
 * list are equally far, and two different ones of these are a question.
 *
 * @example progress(['agreed', 'in_progress', ['done', 'not_done']])
 */
export function progress<const State extends string>(
  states: readonly (State | readonly State[])[],
  options: ValueOptions<NoInfer<State>> = {},
): ProgressField<State> {
  return { kind: 'progress', steps: states.map((step) => (typeof step === 'string' ? [step] : step)), options };
}

/** A field that is a set of values, or of references. Adding wins over a removal that did not see it. */
export function setOf<Target extends RefTarget>(ref: RefField<Target>, options?: SetOptions<string>): RefsField<Target>;
export function setOf<Value extends Json | undefined>(
  schema: StandardSchemaV1<unknown, Value>,
  options?: SetOptions<NoInfer<Value>>,
): SetField<Value>;
export function setOf<Value>(
  schema: StandardSchemaV1<unknown, Value> & Storable<NoInfer<Value>>,
  options?: SetOptions<NoInfer<Value>>,
): SetField<Value>;
export function setOf(
  members: StandardSchemaV1 | RefField,
  options: SetOptions<unknown> = {},
): SetField<unknown> | RefsField {
  // A validator may have members of any other name.
  if ('~standard' in members) return { kind: 'set', schema: members, options };
  return { kind: 'set', schema: members.schema, options: { ...members.options, ...options }, target: members.target };
}

/**
 * A field that refers to a row of a collection, or an entry of a log, by its id: of this section, by the name of the
 * collection, or of another, by its schema and the name there. It is kept as a register is; `setOf(ref(…))` is kept as
 * a set is. A target that is struck, or that this reader may not see, is simply not there in the view.
 *
 * @example actions: collection({ job: ref('jobs'), owners: setOf(ref(team, 'members')) })
 */
export function ref<const Rows extends string>(
  rows: Rows,
  options?: RegisterOptions<string>,
): RefField<OwnTarget<Rows>>;
export function ref<Schema extends SectionSchema>(
  section: Schema,
  rows: RowsOf<Schema>,
  options?: RegisterOptions<string>,
): RefField<OtherTarget>;
export function ref(
  first: string | SectionSchema,
  second?: string | RegisterOptions<string>,
  third?: RegisterOptions<string>,
): RefField {
  if (typeof first === 'string') {
    const options = typeof second === 'object' ? second : {};
    return { kind: 'register', schema: entityId, options, target: { type: 'own', rows: first } };
  }
  const rows = typeof second === 'string' ? second : '';
  if (!planOf(first).groups.has(rows)) {
    throw badSchema(rows, `${first.name} has no collection or log of that name`, 'Name one that is declared there.');
  }
  return {
    kind: 'register',
    schema: entityId,
    options: third ?? {},
    target: { type: 'other', section: first.name, rows },
  };
}

/** The names of a section's collections and logs. */
type RowsOf<Schema extends SectionSchema> = {
  [Name in keyof Schema['fields'] & string]: Schema['fields'][Name] extends { readonly kind: 'collection' | 'log' }
    ? Name
    : never;
}[keyof Schema['fields'] & string];

const entityId: StandardSchemaV1<unknown, string> = {
  '~standard': {
    version: 1,
    vendor: 'caseweave',
    validate: (value) => (isEntityId(value) ? { value } : { issues: [{ message: 'a reference is the id of a row' }] }),
  },
};

/** A plain text that several people may type in at once. */
export function text(options: FieldOptions = {}): TextField {
  return { kind: 'text', options };
}

// No links: an address that one person types is a thing that another clicks. A schema may allow them.
const usualFormats = ['bold', 'italic', 'underline', 'header', 'list', 'blockquote'];

/** A text with formatting from an allow-list, kept flat, so that no one's words go with another's paragraph. */
export function richText({ formats = usualFormats, ...options }: RichTextOptions = {}): RichTextField {
  return { kind: 'rich-text', formats, options };
}

/** The place of a row among its siblings; rows of a collection that has it are in this order. */
export function position(options: FieldOptions = {}): PositionField {
  return { kind: 'position', options };
}

/** Rows with fields of their own. Rows are added and edited, and struck where entered in error; none is deleted. */
export function collection<const Fields extends RowFields>(
  fields: Fields,
  options: FieldOptions = {},
): CollectionField<Fields> {
  return { kind: 'collection', fields, options };
}

/** Entries that are written once and never change, in order of their `occurredOn` where they have one. */
export function log<const Fields extends EntryFields>(fields: Fields, options: FieldOptions = {}): LogField<Fields> {
  return { kind: 'log', fields, options };
}
