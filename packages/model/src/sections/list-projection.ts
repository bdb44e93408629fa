import type { Json, SectionSchema, View } from '@caseweave/record';
import type { Valued } from '../values/value-kind.ts';

/** A member of what a list shows of a section. */
export interface ListField {
  readonly label: string;
  /** What it holds, such as `day()`; it may be null. */
  readonly value: Valued<object>;
  /** Records are found by the words of it. */
  readonly isSearched?: true;
  /** Lists may be narrowed by it. */
  readonly isFiltered?: true;
}

/** What a caseload's list shows of a section, made from its view and nothing else. */
export interface ListProjection<Schema extends SectionSchema> {
  /** Each member, so that the API has a type for it. */
  readonly fields: Readonly<Record<string, ListField>>;
  /** The members, as JSON. @param questions - how many questions are open in the section */
  show(view: View<Schema>, questions: number): { readonly [name: string]: Json };
}
