import type { NamedWho } from '@caseweave/model';
import type { TypeRef } from '../builder.ts';
import { fieldName, one } from '../names/words.ts';
import type { Tools } from '../tools.ts';
import type { ReadableRecord } from '../viewer/reading.ts';

/** Somebody whom a record names: who signs in, or of whom there is a record. */
export type Named =
  | { readonly type: 'who'; readonly who: NamedWho }
  | { readonly type: 'record'; readonly record: ReadableRecord };

/** The type of somebody who signs in or of whom there is a record of a kind: `PersonOrPractitioner`. */
export function namedType({ builder, names, types, made }: Tools, kind: string): TypeRef<Named> {
  return made.once(`named/${kind}`, () => {
    const record = names.kinds.get(kind)?.type ?? kind;
    const name = names.claim(`kinds.${kind}`, [`${record}Or${names.who}`]);
    return builder.objectRef<Named>(name).implement({
      description: `Somebody whom a record names: either ${one(record)} or ${one(names.who)}.`,
      fields: (t) => ({
        [fieldName(record)]: t.field({
          type: types.kind(kind),
          nullable: true,
          description: `Who it is, where there is a record of them.`,
          resolve: (named) => (named.type === 'record' ? named.record : null),
        }),
        [fieldName(names.who)]: t.field({
          type: types.who,
          nullable: true,
          description: 'Who it is, where it is somebody who signs in.',
          resolve: (named) => (named.type === 'who' ? named.who : null),
        }),
      }),
    });
  });
}
