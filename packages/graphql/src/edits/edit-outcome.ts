import type { Refusal } from '@caseweave/record';
import type { UnionRef } from '@pothos/core';
import type { TypeRef, Types } from '../builder.ts';
import type { Tools } from '../tools.ts';

/** Something that is wrong with an edit: by the record's rules, or by those of this endpoint. */
export type ToldRefusal = Omit<Refusal, 'code'> & { readonly code: string };

/** What became of an edit, as GraphQL tells it. */
export type EditOutcomeShape =
  | { readonly type: 'edited'; readonly position: number; readonly row: string | null }
  | { readonly type: 'refused'; readonly refusals: readonly ToldRefusal[] }
  | { readonly type: 'not-allowed' }
  | { readonly type: 'held' }
  | { readonly type: 'key-reused' };

type Of<Type extends EditOutcomeShape['type']> = Extract<EditOutcomeShape, { readonly type: Type }>;

/** The type of nothing that may be changed so: the same answer whether it is hidden, read-only or does not exist. */
export const notAllowedType = (tools: Tools): TypeRef<Of<'not-allowed'>> =>
  words(
    tools,
    'NotAllowed',
    'There is nothing that you may change so. What you may not read and what does not exist are the same answer.',
    'There is nothing here that you may change so.',
  );

/** The type of a key that was used before, for something else. */
export const keyReusedType = (tools: Tools): TypeRef<Of<'key-reused'>> =>
  words(
    tools,
    'KeyReused',
    'The key was used before, for something else. Nothing was done now. Choose a new key for each thing to be done.',
    'This key was used before, for something else.',
  );

/** The type of what became of an edit. */
export function editOutcomeType(tools: Tools): UnionRef<Types, EditOutcomeShape> {
  const { builder, made } = tools;
  return made.once('edit outcome', () => {
    const Edited = editedType(tools);
    const Refused = refusedType(tools);
    const NotAllowed = notAllowedType(tools);
    const Held = words<'held'>(
      tools,
      'Held',
      'It is kept apart, since it may not be taken as things stand now; those who decide about the record will see it.',
      'This is kept, and waits for those who decide about the record.',
    );
    const KeyReused = keyReusedType(tools);
    return builder.unionType('EditOutcome', {
      description: 'What became of an edit.',
      types: [Edited, Refused, NotAllowed, Held, KeyReused],
      resolveType: ({ type }) => {
        switch (type) {
          case 'edited':
            return Edited;
          case 'refused':
            return Refused;
          case 'not-allowed':
            return NotAllowed;
          case 'held':
            return Held;
          case 'key-reused':
            return KeyReused;
        }
      },
    });
  });
}

const editedType = ({ builder }: Tools) =>
  builder.objectRef<Of<'edited'>>('Edited').implement({
    description: 'It is written, and kept. Everyone who may read it receives it.',
    fields: (t) => ({
      version: t.field({
        type: 'Version',
        description: 'Ask for `atLeast` this version to read what was written.',
        resolve: ({ position }, _, { asking }) => asking.sources.sealVersion(position),
      }),
      row: t.id({
        nullable: true,
        description: 'The row or entry that was added or changed; null where the section itself was.',
        resolve: ({ row }) => row,
      }),
    }),
  });

function refusedType({ builder }: Tools) {
  const RefusalType = builder.objectRef<ToldRefusal>('Refusal').implement({
    description: 'One thing that is wrong with what was asked for.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'What sort of thing, for programs: one of a closed list.' }),
      path: t.exposeString('path', { description: 'The field; empty for the whole.' }),
      rule: t.exposeString('rule', { description: 'The rule that it breaks.' }),
      remedy: t.exposeString('remedy', { description: 'What to do about it.' }),
    }),
  });
  return builder.objectRef<Of<'refused'>>('Refused').implement({
    description: 'Nothing was written, since it is not right. The key may be used again once it is.',
    fields: (t) => ({
      refusals: t.field({
        type: [RefusalType],
        description: 'What is wrong with it.',
        resolve: ({ refusals }) => refusals,
      }),
    }),
  });
}

/** A type of an outcome that says nothing but a sentence. */
const words = <Type extends EditOutcomeShape['type']>(
  { builder, made }: Tools,
  name: string,
  description: string,
  said: string,
): TypeRef<Of<Type>> =>
  made.once(`outcome/${name}`, () =>
    builder.objectRef<Of<Type>>(name).implement({
      description,
      fields: (t) => ({ words: t.string({ description: 'The same in plain words.', resolve: () => said }) }),
    }),
  );
