import type { StandardSchemaV1 } from '@standard-schema/spec';
import type {
  CollectionField,
  EntryFields,
  FieldOptions,
  LogField,
  PositionField,
  ProgressField,
  RegisterField,
  RegisterOptions,
  RichTextField,
  RichTextOptions,
  RowFields,
  SetField,
  SetOptions,
  TextField,
  ValueOptions,
} from './fields.ts';

/**
 * A field of one value, any that JSON can carry. Different values written at once are all kept: one stands, and a
 * question is asked.
 *
 * @param schema - checks values; any Standard Schema validator that answers at once, such as zod's
 */
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

/** A field that is a set of values. Adding wins over a removal that did not see it. */
export function setOf<Value>(
  schema: StandardSchemaV1<unknown, Value>,
  options: SetOptions<NoInfer<Value>> = {},
): SetField<Value> {
  return { kind: 'set', schema, options };
}

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
