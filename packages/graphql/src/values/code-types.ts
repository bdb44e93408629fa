import type { EnumRef } from '@pothos/core';
import type { CodeList } from '@caseweave/model';
import type { TypeRef, Types } from '../builder.ts';
import { codeName, typeName } from '../names/words.ts';
import type { Tools } from '../tools.ts';

/** A code with its words. A code that this server does not know yet has words alone. */
export interface Coded {
  readonly code: string | number | null;
  readonly words: string;
}

/** The types of a code list: as it is written, and as it is read. */
export interface CodeTypes {
  readonly written: EnumRef<Types, string | number>;
  readonly coded: TypeRef<Coded>;
}

/** The types of a code list, by its id: an enumeration, and an object that has the words beside the code. */
export function codeTypes({ builder, names, made }: Tools, list: CodeList): CodeTypes {
  return made.once(`codes/${list.id}`, () => {
    const name = names.claim(`lists.${list.id}`, [typeName(list.id), `${typeName(list.id)}Code`], (type) => [
      `Coded${type}`,
    ]);
    const written = builder.enumType(name, {
      description: `A code of the list “${list.id}”${list.source === 'local' ? '' : `, of ${list.source}`}.`,
      values: Object.fromEntries(
        list.entries.map(({ code, label }) => [nameOf(list.id, code), { value: code, description: `${label}.` }]),
      ),
    });
    const coded = builder.objectRef<Coded>(`Coded${name}`);
    coded.implement({
      description: `A code of the list “${list.id}”, with its words.`,
      fields: (t) => ({
        code: t.field({
          type: written,
          nullable: true,
          description: 'The code, for programs; null for one that is newer than this server.',
          resolve: ({ code }) => code,
        }),
        words: t.exposeString('words', { description: 'The code in plain words, for people.' }),
      }),
    });
    return { written, coded };
  });
}

/** A code as it is read; undefined for what is none. */
export function codedOf({ entries }: CodeList, code: unknown): Coded | undefined {
  if (typeof code !== 'string' && typeof code !== 'number') return undefined;
  const entry = entries.find((one) => one.code === code);
  return entry === undefined ? { code: null, words: String(code) } : { code, words: entry.label };
}

/** A code as a name; one that begins with no letter has its list before it. */
function nameOf(list: string, code: string | number): string {
  const name = codeName(String(code));
  return /^[A-Z]/.test(name) ? name : `${codeName(list)}_${name}`;
}
