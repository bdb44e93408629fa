import type { RowField, SectionField } from '@caseweave/record';
import type { ModelDeclaration } from '../domain/model-declaration.ts';
import { rowOf } from '../sections/section-part.ts';
import { type ValueKind, valueKindOf } from '../values/value-kind.ts';

/** A place of a model where a value is declared; its kind is undefined where nothing is said. */
export interface DeclaredValue {
  readonly path: string;
  readonly kind: ValueKind | undefined;
}

type Fields = Readonly<Record<string, SectionField | RowField>>;

/** Everything that holds a value in a model whose functions are not asked: those of a series are left out. */
export function* declaredValues(model: Pick<ModelDeclaration, 'sections' | 'decisions'>): Generator<DeclaredValue> {
  for (const part of model.sections) {
    const path = `sections.${rowOf(part)}`;
    if (part.type === 'section') yield* valuesOfFields(path, part.schema.fields);
    else yield { path: `${path}.parameter`, kind: valueKindOf(part.parameter) };
    for (const [name, { value }] of Object.entries(part.list?.fields ?? {}))
      yield { path: `${path}.list.${name}`, kind: valueKindOf(value) };
  }
  for (const { name, form } of model.decisions) yield { path: `decisions.${name}.form`, kind: valueKindOf(form) };
}

// A reference is the id of a row, and holds no other value.
function* valuesOfFields(path: string, fields: Fields): Generator<DeclaredValue> {
  for (const [name, field] of Object.entries(fields)) {
    const at = `${path}.${name}`;
    switch (field.kind) {
      case 'register':
      case 'set':
        if (field.target === undefined) yield { path: at, kind: valueKindOf(field.schema) };
        break;
      case 'progress':
        yield { path: at, kind: valueKindOf(field) };
        break;
      case 'collection':
      case 'log':
        yield* valuesOfFields(at, field.fields);
        break;
      case 'text':
      case 'rich-text':
      case 'position':
        break;
    }
  }
}

/** A value kind and all those in it, each with its path. */
export function* kindsWithin(
  path: string,
  kind: ValueKind,
): Generator<{ readonly path: string; readonly kind: ValueKind }> {
  yield { path, kind };
  if (kind.type === 'list') yield* kindsWithin(path, kind.of);
  if (kind.type === 'group')
    for (const [name, field] of Object.entries(kind.fields)) yield* kindsWithin(`${path}.${name}`, field.kind);
}
