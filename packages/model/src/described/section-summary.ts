import { schemaSummary, type SchemaSummary } from '@caseweave/record';
import { declaredValues } from '../checks/declared-values.ts';
import type { Model } from '../model/model.ts';
import type { RightsRow } from '../rights/cell.ts';
import { shownSection } from '../sections/parameter.ts';
import { type AnySectionPart, rowOf } from '../sections/section-part.ts';
import { type ValueSummary, valueSummary } from './value-summary.ts';

/** A member of what a list shows, as plain data. */
export interface ListFieldSummary {
  readonly label: string;
  readonly value: ValueSummary | null;
  readonly isSearched?: true;
  readonly isFiltered?: true;
}

/** A section, or a series of sections, as plain data. */
export interface SectionSummary {
  readonly kind: string;
  readonly title: string;
  readonly about: string;
  readonly hasPresence: boolean;
  readonly rights: RightsRow;
  /** The condition that every cell is under. */
  readonly always: string | null;
  /** What a list shows of it; null for nothing. */
  readonly list: Readonly<Record<string, ListFieldSummary>> | null;
  /** Its fields; of a series, those of an example, and null where there is none. */
  readonly schema: SchemaSummary | null;
  /** What its fields hold, by path, where they say it. */
  readonly values: Readonly<Record<string, ValueSummary>>;
}

/** Sums up a section, or a series of sections by an example. */
export function sectionSummary(part: AnySectionPart, { rights }: Model): SectionSummary {
  const { kind, title, about, hasPresence, always = null, list } = part;
  const shown = shownSection(part);
  const fields = shown === undefined ? [] : [{ ...shown, list: null }];
  const prefix = `sections.${shown?.schema.name ?? ''}.`;
  return {
    kind,
    title,
    about,
    hasPresence,
    rights: rights[rowOf(part)] ?? part.rights,
    always,
    list:
      list === null
        ? null
        : Object.fromEntries(
            Object.entries(list.fields).map(([name, { value, ...field }]) => [
              name,
              { ...field, value: valueSummary(value.valueKind) },
            ]),
          ),
    schema: shown === undefined ? null : schemaSummary(shown.schema),
    values: Object.fromEntries(
      Array.from(declaredValues({ sections: fields, decisions: [] })).flatMap(({ path, kind: value }) =>
        value === undefined ? [] : [[path.slice(prefix.length), valueSummary(value)] as const],
      ),
    ),
  };
}
