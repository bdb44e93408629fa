import { AppCode } from '../app-code.ts';
import { progressMeaning } from '../meaning/progress.ts';
import { positionMeaning } from '../meaning/position.ts';
import { registerMeaning } from '../meaning/register.ts';
import { setMeaning } from '../meaning/set.ts';
import type { Meaning } from '../meaning/meaning.ts';
import { givesNoJson, passesNothing } from '../meaning/validate.ts';
import { type AnyUpgrades, type GroupUpgrade, upgradesOf } from '../upgrade/upgrades.ts';
import { labelFrom } from '../words.ts';
import { badSchema } from '../fields/bad-schema.ts';
import { checkDeclaration } from './check-declaration.ts';
import { checkUpgrades } from './check-upgrades.ts';
import type { SectionSchema } from './section-schema.ts';
import { extendedName, extensionOf, localName } from '../fields/field-name.ts';
import type { EntryFields, RefTarget, RowField, RowFields, SectionField } from '../fields/fields.ts';

/** A field whose content is claims: where they are kept, and what they mean. */
export interface ClaimPlan {
  readonly kind: 'register' | 'progress' | 'set' | 'position';
  readonly name: string;
  readonly path: string;
  readonly label: string;
  /** What brought it: 0 the section itself, then its extensions as they were added. */
  readonly layer: number;
  /** Its number among the claim fields of its group. */
  readonly slot: number;
  readonly meaning: Meaning;
  /** The rows or entries that its values are ids of. */
  readonly target: RefTarget | undefined;
  /** Whether an entry of a log may leave it out. */
  readonly optional: boolean;
  /** Whether an entry of a log may say null for it. */
  readonly nullable: boolean;
}

/** A field whose content is a text. */
export interface TextPlan {
  readonly kind: 'text' | 'rich-text';
  readonly name: string;
  readonly path: string;
  readonly label: string;
  readonly layer: number;
  /** Its number among the texts of its group. */
  readonly slot: number;
  readonly formats: readonly string[];
}

/** What entities of one kind hold: the section itself, the rows of a collection, or the entries of a log. */
export interface GroupPlan {
  readonly kind: 'section' | 'collection' | 'log';
  /** The name of the collection or log; empty for the section itself. */
  readonly name: string;
  readonly label: string;
  readonly claims: readonly ClaimPlan[];
  readonly texts: readonly TextPlan[];
  readonly fields: ReadonlyMap<string, ClaimPlan | TextPlan>;
  /** The slot of the claim by which a row exists, or which is the entry; after those of the fields. */
  readonly existence: number;
  /** The slot of what was added to an entry; undefined where there are no entries. */
  readonly addenda: number | undefined;
  /** The slot of claims of fields that this schema does not know. */
  readonly strays: number;
  /** How many slots there are. */
  readonly slots: number;
  readonly position: ClaimPlan | undefined;
  /** The fields whose values are ids of rows or entries. */
  readonly refs: readonly ClaimPlan[];
  /** The slot of the value by which rows are ordered before their ids: a position, or when an entry's event occurred. */
  readonly order: number | undefined;
  /** What fields show where nobody has written them, oldest version first. */
  readonly upgrades: readonly GroupUpgrade[];
}

/** A schema made ready: every path leads to its group and slot. */
export interface SectionPlan {
  /** Calls the functions that the schema was declared with. */
  readonly appCode: AppCode;
  readonly section: string;
  /** What its writers note in a document: the version, and that of each extension. */
  readonly versionKeys: readonly string[];
  readonly root: GroupPlan;
  /** Whether any field refers to rows or entries. */
  readonly hasRefs: boolean;
  /** The collections and logs, by name. */
  readonly groups: ReadonlyMap<string, GroupPlan>;
  readonly claimPaths: ReadonlyMap<string, { readonly group: GroupPlan; readonly slot: number }>;
  readonly textPaths: ReadonlyMap<string, { readonly group: GroupPlan; readonly slot: number }>;
}

/** The path of what is added to the entries of a log. */
export const addendaPath = ({ name }: GroupPlan): string => `${name}.addenda`;

/** The field whose claims have this path; undefined where these are rows or entries, and for a path that is none. */
export function claimFieldAt({ claimPaths }: SectionPlan, path: string): ClaimPlan | undefined {
  const place = claimPaths.get(path);
  // The one claim of an entry holds all its members.
  if (place === undefined || place.group.kind === 'log') return undefined;
  return place.group.claims[place.slot];
}

/** Checks a declaration and makes it ready. */
export function compile(declaration: SectionSchema): SectionPlan {
  checkDeclaration(declaration);
  const { extensions = [] } = declaration;
  const appCode = new AppCode();
  checkUpgrades(declaration);
  const layers: Layers = {
    upgrades: [declaration.upgrades, ...extensions.map(({ upgrades }) => upgrades)],
    of: (name) => 1 + extensions.findIndex((extension) => extension.name === extensionOf(name)),
  };
  const own: [string, RowField][] = [];
  const groups = new Map<string, GroupPlan>();
  for (const [name, field] of Object.entries(declaration.fields)) {
    if (isGroup(field))
      groups.set(name, groupOf(field.kind, name, field.options.label, Object.entries(field.fields), layers, appCode));
    else own.push([name, field]);
  }
  const root = groupOf('section', '', declaration.name, own, layers, appCode);
  for (const { refs } of [root, ...groups.values()]) {
    for (const { path, target } of refs) {
      if (target?.type !== 'own' || groups.has(target.rows)) continue;
      const rule = `it refers to ${target.rows}, and ${declaration.name} has no collection or log of that name`;
      throw badSchema(path, rule, 'Name one that is declared there.');
    }
  }
  const claimPaths = new Map<string, { group: GroupPlan; slot: number }>();
  const textPaths = new Map<string, { group: GroupPlan; slot: number }>();
  for (const group of [root, ...groups.values()]) {
    if (group.kind !== 'section') claimPaths.set(group.name, { group, slot: group.existence });
    // The members of an entry are held by the entry's one claim.
    if (group.kind !== 'log') for (const { path, slot } of group.claims) claimPaths.set(path, { group, slot });
    if (group.addenda !== undefined) claimPaths.set(addendaPath(group), { group, slot: group.addenda });
    for (const { path, slot } of group.texts) textPaths.set(path, { group, slot });
  }
  return {
    appCode,
    section: declaration.name,
    versionKeys: [
      `w${declaration.version}`,
      ...extensions.map((extension) => extendedName(extension.name, `w${extension.version}`)),
    ],
    hasRefs: [root, ...groups.values()].some(({ refs }) => refs.length > 0),
    root,
    groups,
    claimPaths,
    textPaths,
  };
}

/** A section and its extensions: the upgrades of each, and which of them a name belongs to. */
interface Layers {
  readonly upgrades: readonly (AnyUpgrades | undefined)[];
  readonly of: (name: string) => number;
}

function groupOf(
  kind: GroupPlan['kind'],
  name: string,
  label: string | undefined,
  entries: readonly [string, RowField][],
  layers: Layers,
  appCode: AppCode,
): GroupPlan {
  const claims: ClaimPlan[] = [];
  const texts: TextPlan[] = [];
  const fields = new Map<string, ClaimPlan | TextPlan>();
  for (const [fieldName, field] of entries) {
    const path = name === '' ? fieldName : `${name}.${fieldName}`;
    const layer = Math.max(layers.of(name), layers.of(fieldName));
    const common = { name: fieldName, path, layer, label: field.options.label ?? labelFrom(localName(fieldName)) };
    if (field.kind === 'text' || field.kind === 'rich-text') {
      const formats = field.kind === 'text' ? [] : field.formats;
      const plan: TextPlan = { ...common, kind: field.kind, slot: texts.length, formats };
      texts.push(plan);
      fields.set(fieldName, plan);
    } else {
      if ((field.kind === 'register' || field.kind === 'set') && givesNoJson(field.schema)) {
        const rule = 'its validator gives what JSON cannot carry';
        throw badSchema(path, rule, 'Keep a date as text, a set or a map as a list, and leave classes out.');
      }
      const [optional, nullable] = [undefined, null].map(
        (nothing) => field.kind === 'register' && passesNothing(field.schema, nothing),
      );
      const plan: ClaimPlan = {
        ...common,
        kind: field.kind,
        slot: claims.length,
        meaning: meaningOf(field, appCode),
        target: 'target' in field ? field.target : undefined,
        optional: optional === true,
        nullable: nullable === true,
      };
      claims.push(plan);
      fields.set(fieldName, plan);
    }
  }
  const positions = claims.filter((plan) => plan.kind === 'position');
  if (positions.length > 1) throw badSchema(name, 'a row has one place', 'Leave out all positions but one.');
  return {
    kind,
    name,
    label: label ?? labelFrom(localName(name)),
    claims,
    texts,
    fields,
    ...(kind === 'log'
      ? { existence: 0, addenda: 1, strays: 2, slots: 3 }
      : { existence: claims.length, addenda: undefined, strays: claims.length + 1, slots: claims.length + 2 }),
    position: positions[0],
    refs: claims.filter(({ target }) => target !== undefined),
    upgrades: upgradesOf(layers.upgrades, name, appCode),
    order: kind === 'log' ? claims.find((plan) => plan.name === 'occurredOn')?.slot : positions[0]?.slot,
  };
}

function meaningOf(field: Exclude<RowField, { kind: 'text' | 'rich-text' }>, appCode: AppCode): Meaning {
  if (field.kind === 'register') return registerMeaning(field, appCode);
  if (field.kind === 'progress') return progressMeaning(field, appCode);
  return field.kind === 'set' ? setMeaning(field, appCode) : positionMeaning;
}

const isGroup = (field: SectionField): field is Extract<SectionField, { readonly fields: RowFields | EntryFields }> =>
  field.kind === 'collection' || field.kind === 'log';
