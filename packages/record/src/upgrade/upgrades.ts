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

/** An upgrade of one group, as it is kept: what it is given and gives has the types that were declared. */
export type GroupUpgrade = (shown: object) => object;

/** Upgrades of any section. */
export interface AnyUpgrades {
  readonly [version: string]: {
    readonly fields?: GroupUpgrade;
    readonly rows?: { readonly [name: string]: GroupUpgrade };
  };
}

/** The upgrades of one group, oldest first; the section's own fields have the empty name. */
export function upgradesOf(
  upgrades: AnyUpgrades | undefined,
  group: string,
  appCode: AppCode,
): readonly GroupUpgrade[] {
  if (upgrades === undefined) return none;
  const found = Object.entries(upgrades)
    .toSorted(([one], [other]) => Number(one) - Number(other))
    .flatMap(([, { fields, rows }]) => (group === '' ? fields : rows?.[group]) ?? []);
  if (found.length === 0) return none;
  // What it gives is read within as well: there may be nothing, or something that throws when it is read.
  return found.map((upgrade) => (shown) => appCode.call<object>('upgrade', () => ({ ...upgrade(shown) }), {}));
}

const none: readonly GroupUpgrade[] = Object.freeze([]);
