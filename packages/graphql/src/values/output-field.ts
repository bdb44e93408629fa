import type { FieldRef, OutputType } from '@pothos/core';
import type { Fields, GraphQLContext, Types } from '../builder.ts';
import type { ReadableRecord } from '../viewer/reading.ts';
import type { Viewer } from '../viewer/viewer.ts';

/** Where a value stands, which decides whom an id in it leads to. */
export interface ValueIn {
  readonly value: unknown;
  readonly record: ReadableRecord;
  /** `written`: somebody wrote it, so it leads to those around the record alone. `told`: it stands in the record's facts. */
  readonly as: 'written' | 'told';
}

/** How values of a kind are shown. */
export interface Output {
  readonly type: OutputType<Types>;
  /** Whether a value is a list of such. */
  readonly isList: boolean;
  /** What is shown for one; undefined for nothing. */
  show(one: ValueIn, viewer: Viewer): unknown;
}

/** The field of a type that shows a value: one, or several; of several, what shows nothing is left out. */
export function outputField<Parent>(
  t: Fields<Parent>,
  output: Output,
  { description, isSet = output.isList, of }: OutputField<Parent>,
): FieldRef<Types> {
  // What is shown fits the type, since both follow from the value's kind; the compiler cannot know which.
  if (!isSet)
    return t.field({
      type: output.type,
      nullable: true,
      description,
      resolve: (async (parent: Parent, _: object, { asking: { viewer } }: GraphQLContext) =>
        output.show(await of(parent, viewer), viewer)) as never,
    });
  return t.field({
    type: [output.type],
    description,
    resolve: (async (parent: Parent, _: object, { asking: { viewer } }: GraphQLContext) => {
      const { value, ...where } = await of(parent, viewer);
      const members: readonly unknown[] = Array.isArray(value) ? value : [];
      const shown = await Promise.all(members.map((member) => output.show({ value: member, ...where }, viewer)));
      return shown.filter((one) => one !== undefined);
    }) as never,
  });
}

interface OutputField<Parent> {
  readonly description: string;
  /** Whether it holds several. */
  readonly isSet?: boolean;
  of(parent: Parent, viewer: Viewer): ValueIn | Promise<ValueIn>;
}
