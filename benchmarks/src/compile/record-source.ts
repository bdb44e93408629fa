const fields = 10;
const names = (collections: number): readonly string[] => Array.from({ length: collections }, (_, n) => `rows${n}`);
const members = Array.from({ length: fields }, (_, n) => `f${n}`);

/** A large record, its views and drafts used. */
export const recordSource = (collections: number): string => `
import { collection, defineSection, openSection, register } from '@caseweave/record';
import * as Y from 'yjs';
import { z } from 'zod';
const schema = defineSection({ name: 'large', version: 1, oldestWriter: 1, fields: {
${names(collections)
  .map((name) => `  ${name}: collection({ ${members.map((member) => `${member}: register(z.string())`).join(', ')} }),`)
  .join('\n')}
} });
const section = openSection(schema, { doc: new Y.Doc(), now: () => 0, newId: () => '', authorOf: () => undefined });
${names(collections)
  .map(
    (name) => `section.edit((draft) => void (draft.${name}.byId('').f0 = 'x'));
export const of${name}: string | null | undefined = section.view().${name}[0]?.f0;`,
  )
  .join('\n')}
`;

/** The same fields as zod objects. */
export const recordAsZod = (collections: number): string => `
import { z } from 'zod';
const schema = z.object({
${names(collections)
  .map((name) => `  ${name}: z.array(z.object({ ${members.map((member) => `${member}: z.string()`).join(', ')} })),`)
  .join('\n')}
});
const value = schema.parse({});
${names(collections)
  .map((name) => `export const of${name}: string | undefined = value.${name}[0]?.f0;`)
  .join('\n')}
`;
