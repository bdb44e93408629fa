import { badSchema } from '../fields/bad-schema.ts';
import type { SectionField } from '../fields/fields.ts';
import { memberOf } from '../json.ts';
import type { SectionSchema } from './section-schema.ts';

/** Checks that upgrades of a section and of its extensions belong to versions, and to fields, that there are. */
export function checkUpgrades(schema: SectionSchema): void {
  checkUpgradesOf(schema, schema.fields, '');
  for (const extension of schema.extensions ?? []) checkUpgradesOf(extension, schema.fields, `${extension.name}:`);
}

function checkUpgradesOf(
  { version, upgrades = {} }: Pick<SectionSchema, 'version' | 'upgrades'>,
  fields: SectionSchema['fields'],
  prefix: string,
): void {
  for (const [of, upgrade] of Object.entries<unknown>(upgrades)) {
    const path = `${prefix}upgrades.${of}`;
    if (!(Number.isInteger(Number(of)) && Number(of) >= 2 && Number(of) <= version)) {
      const remedy = 'Name each upgrade by the version that brought its fields.';
      throw badSchema(path, `upgrades belong to the versions from 2 to ${version}`, remedy);
    }
    const own = isObject(upgrade) ? memberOf(upgrade, 'fields') : undefined;
    const rows = isObject(upgrade) ? (memberOf(upgrade, 'rows') ?? {}) : undefined;
    const ofRows: readonly unknown[] = isObject(rows) ? Object.values(rows) : [rows ?? null];
    if (![own, ...ofRows].every(isFunctionOrNothing)) {
      throw badSchema(path, 'an upgrade is made of functions', 'Give { fields, rows: { name } }, each a function.');
    }
    const stray = Object.keys(rows ?? {}).find((name) => !Object.hasOwn(fields, name) || !holdsRows(fields[name]));
    if (stray === undefined) continue;
    throw badSchema(`${path}.rows.${stray}`, 'there are no rows or entries of this name', 'Name those that there are.');
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isFunctionOrNothing = (value: unknown): boolean => value === undefined || typeof value === 'function';
const holdsRows = (field: SectionField | undefined): boolean => field?.kind === 'collection' || field?.kind === 'log';
