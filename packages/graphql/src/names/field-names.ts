import { rowOf, valueKindOf, type AnySectionPart, type Model, type ModelFault } from '@caseweave/model';
import { ClaimedNames } from './claimed-names.ts';
import { schemaOfPart } from './schema-of-part.ts';
import type { SchemaNames } from './schema-names.ts';
import { fieldName, fieldOf } from './words.ts';

/** Looks for fields of one type that would have one name: a model that has some cannot be an API. */
export function checkFieldNames(model: Model, names: SchemaNames, faults: ModelFault[]): void {
  checkQuery(model, names, faults);
  checkMutation(model, names, faults);
  for (const [name] of model.kinds) checkKind(model, names, name, faults);
  for (const part of model.parts) checkSection(part, faults);
}

function checkQuery({ kinds, units }: Model, names: SchemaNames, faults: ModelFault[]): void {
  const query = new ClaimedNames(faults, ['asOf', 'me', 'atLeast']);
  for (const [name] of kinds) {
    const { field = name, many = name } = names.kinds.get(name) ?? {};
    query.claim(`kinds.${name}.title`, [field]);
    query.claim(`kinds.${name}.many`, [many]);
  }
  for (const name of Object.keys(units)) query.claim(`units.${name}.many`, [names.units.get(name)?.many ?? name]);
}

function checkMutation({ parts, decisions }: Model, names: SchemaNames, faults: ModelFault[]): void {
  const mutation = new ClaimedNames(faults, ['strike', 'restore', 'settleQuestion', 'addToText', 'addAddendum']);
  for (const [name] of decisions) mutation.claim(`decisions.${name}`, [fieldName(name)]);
  for (const part of parts) {
    const row = rowOf(part);
    mutation.claim(`sections.${row}.title`, [`change${names.sections.get(row)?.type ?? ''}`]);
    for (const [name, { kind }] of Object.entries(schemaOfPart(part).fields)) {
      if (kind !== 'collection' && kind !== 'log') continue;
      const type = names.rows.get(`${row} ${name}`) ?? '';
      mutation.claim(`sections.${row}.fields.${name}`, [`add${type}`], () => [`change${type}`]);
    }
  }
}

function checkKind(model: Model, names: SchemaNames, kind: string, faults: ModelFault[]): void {
  const fields = new ClaimedNames(faults, ['id', 'sections']);
  const { shape } = model.kinds.get(kind)?.seen ?? {};
  const told = shape === undefined ? undefined : valueKindOf(shape);
  if (told?.type === 'group')
    for (const member of Object.keys(told.fields))
      fields.claim(`kinds.${kind}.seen.shape.${member}`, [fieldOf(member)]);
  for (const part of model.parts.filter((one) => one.kind === kind)) {
    const { field = '' } = names.sections.get(rowOf(part)) ?? {};
    fields.claim(`sections.${rowOf(part)}.title`, [field], (name) => (part.list === null ? [] : [`${name}InBrief`]));
  }
}

function checkSection(part: AnySectionPart, faults: ModelFault[]): void {
  const path = `sections.${rowOf(part)}.fields`;
  const own = new ClaimedNames(faults, ['questions']);
  for (const [name, field] of Object.entries(schemaOfPart(part).fields)) {
    own.claim(`${path}.${name}`, [fieldOf(name)]);
    if (field.kind !== 'collection' && field.kind !== 'log') continue;
    const always = ['id', 'struck', 'written'];
    const rows = new ClaimedNames(
      faults,
      field.kind === 'log' ? [...always, 'addenda', 'author', 'writtenAt'] : always,
    );
    for (const column of Object.keys(field.fields)) rows.claim(`${path}.${name}.${column}`, [fieldOf(column)]);
  }
}
