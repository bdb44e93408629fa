import type { AppCode } from '../app-code.ts';
import type {
  CollectionField,
  LogField,
  ProgressField,
  RegisterField,
  SectionFields,
  SetField,
} from '../fields/fields.ts';
import type { FieldsView, RowView, EntryView } from '../fields/field-views.ts';

/** What fields show where nobody has written them: a function of what the section, or a row, shows otherwise. */
export interface Upgrade<Fields extends SectionFields> {
  /** For the section's own fields, of which it is given those and no rows. */
  readonly fields?: (view: FieldsView<OwnFields<Fields>>) => Given<OwnFields<Fields>>;
  /** For rows and entries, by the name of their collection or log. */
  readonly rows?: {
    readonly [Name in keyof Fields]?: Fields[Name] extends CollectionField<infer Row>
      ? (row: RowView<Row>) => Given<Row>
      : Fields[Name] extends LogField<infer Entry>
        ? (entry: EntryView<Entry>) => Given<Entry>
        : never;
  };
}

/**
 * Upgrades by the version that brought them. Each is given what the one before it made; it is asked wherever a field
 * was never written, whichever version wrote the rest, so that all devices of a version show the same.
 */
export interface Upgrades<Fields extends SectionFields> {
  readonly [version: number]: Upgrade<Fields>;
}

type OwnFields<Fields extends SectionFields> = {
  readonly [Name in keyof Fields as Fields[Name] extends { readonly fields: unknown } ? never : Name]: Fields[Name];
};

/** What an extension's own fields show where nobody has written them. It is given what the whole section shows. */
interface ExtensionUpgrade<All extends SectionFields, Extension extends string> {
  readonly fields?: (view: FieldsView<OwnFields<All>>) => Given<FieldsOf<Extension, OwnFields<All>>>;
  /** For rows and entries, by the name of their collection or log: of the section, or the extension's own. */
  readonly rows?: {
    readonly [Name in keyof All]?: All[Name] extends CollectionField<infer Row>
      ? (row: RowView<Row>) => Given<Name extends `${Extension}:${string}` ? Row : FieldsOf<Extension, Row>>
      : All[Name] extends LogField<infer Entry>
        ? (entry: EntryView<Entry>) => Given<Name extends `${Extension}:${string}` ? Entry : unknown>
        : never;
  };
}

/** Upgrades of an extension, by the version of it that brought them. */
export interface ExtensionUpgrades<All extends SectionFields, Extension extends string> {
  readonly [version: number]: ExtensionUpgrade<All, Extension>;
}

type FieldsOf<Extension extends string, Fields> = {
  readonly [Name in keyof Fields as Name extends `${Extension}:${string}` ? Name : never]: Fields[Name];
};

/** Values for fields; what is left out, or was written, stays as it is. */
type Given<Fields> = { readonly [Name in keyof Fields]?: ValueOf<Fields[Name]> };

type ValueOf<Field> =
  Field extends RegisterField<infer Value>
    ? Value | null
    : Field extends ProgressField<infer State>
      ? State
      : Field extends SetField<infer Member>
        ? readonly Member[]
        : never;

/** An upgrade, as it is kept: what it is given and gives has the types that were declared. */
type AnyUpgrade = (shown: object) => object;

/** Upgrades of any section. */
export interface AnyUpgrades {
  readonly [version: string]: {
    readonly fields?: AnyUpgrade;
    readonly rows?: { readonly [name: string]: AnyUpgrade };
  };
}

/** An upgrade of one group: it fills in fields of its layer, and is given those, and what lies below. */
export interface GroupUpgrade {
  readonly upgrade: AnyUpgrade;
  /** 0 for the section itself, then its extensions as they were added. */
  readonly layer: number;
}

/**
 * The upgrades of one group, layer by layer, each oldest first; the section's own fields have the empty name.
 *
 * @param layers - the upgrades of the section, and of each of its extensions
 */
export function upgradesOf(
  layers: readonly (AnyUpgrades | undefined)[],
  group: string,
  appCode: AppCode,
): readonly GroupUpgrade[] {
  const found = layers.flatMap((upgrades, layer) =>
    Object.entries(upgrades ?? {})
      .toSorted(([one], [other]) => Number(one) - Number(other))
      .flatMap(([, { fields, rows }]) => (group === '' ? fields : rows?.[group]) ?? [])
      .map((upgrade) => ({ upgrade: safely(upgrade, appCode), layer })),
  );
  return found.length === 0 ? none : found;
}

const none: readonly GroupUpgrade[] = Object.freeze([]);

// What it gives is read within as well: there may be nothing, or something that throws when it is read.
const safely =
  (upgrade: AnyUpgrade, appCode: AppCode): AnyUpgrade =>
  (shown) =>
    appCode.call<object>('upgrade', () => ({ ...upgrade(shown) }), {});
