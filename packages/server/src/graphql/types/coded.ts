import { builder } from '../builder.ts';

/** A code and its words. */
export interface CodedValue {
  readonly code: string;
  readonly words: string;
}

/** A code with its words, as GraphQL shows it. */
export const Coded = builder.objectRef<CodedValue>('Coded').implement({
  description: 'A code of a code list, with its words. Codes that this server does not know yet are said as they are.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The code, for programs.' }),
    words: t.exposeString('words', { description: 'The code in plain words, for people.' }),
  }),
});

interface Entries {
  readonly entries: readonly { readonly code: string | number; readonly label: string }[];
}

/** The words that a list has for a code; a newer writer may have used one that this list does not have. */
export function codedIn({ entries }: Entries, code: string | number): CodedValue {
  const words = entries.find((entry) => entry.code === code)?.label ?? String(code);
  return { code: String(code), words };
}

/** The same where there may be no code. */
export const codedOrNull = (list: Entries, code: string | number | null): CodedValue | null =>
  code === null ? null : codedIn(list, code);
