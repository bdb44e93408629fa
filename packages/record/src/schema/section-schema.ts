import type { SectionFields } from '../fields/fields.ts';
import type { AnyUpgrades } from '../upgrade/upgrades.ts';

/** What a developer says of a section. */
export interface SectionDeclaration<Fields extends SectionFields> {
  /** Such as `plan`. */
  readonly name: string;
  /** Raised by one whenever fields are added. */
  readonly version: number;
  /** The oldest version whose devices may still write; a server holds it against them. */
  readonly oldestWriter: number;
  readonly fields: Fields;
}

/** What is added to a section by somebody else, with versions of its own. */
export interface Extension {
  /** Its fields are named after it: `leeds:cost`. */
  readonly name: string;
  readonly version: number;
  readonly oldestWriter: number;
  readonly upgrades?: AnyUpgrades;
}

/** A section as declared and checked: what documents of this section hold, and what merging them means. */
export interface SectionSchema<Fields extends SectionFields = SectionFields> extends SectionDeclaration<Fields> {
  readonly type: 'section';
  readonly upgrades?: AnyUpgrades;
  /** What extends it, in the order in which it was added. */
  readonly extensions?: readonly Extension[];
}
