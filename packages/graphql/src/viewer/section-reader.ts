import { isSeen, type Model, type NamedSection, type NamedWho, type RecordState } from '@caseweave/model';
import { openSection, type Author, type Section, type SectionSchema } from '@caseweave/record';
import type { SectionDocument } from '../sources/graphql-sources.ts';

/** What opens the sections of a record for one reader. */
export interface SectionReader {
  readonly model: Model;
  readonly me: NamedWho;
  readonly at: number;
  readonly state: RecordState;
  /** The document of a section of the record, where the reader may read it. */
  document(section: string): Promise<SectionDocument | undefined>;
}

/** Opens a section to be read; references lead to what the reader may read. */
export async function openToRead(
  reader: SectionReader,
  { name, schema }: NamedSection,
): Promise<Section<SectionSchema> | undefined> {
  const others = new Map<string, readonly Section<SectionSchema>[]>();
  for (const other of sectionsReferredTo(schema)) {
    const found = other === name ? undefined : reader.model.section(other);
    const open = found === undefined ? undefined : await opened(reader, found, () => []);
    if (open !== undefined) others.set(other, [open]);
  }
  return opened(reader, { name, schema }, (other) => others.get(other) ?? []);
}

async function opened(
  reader: SectionReader,
  { name, schema }: Pick<NamedSection, 'name' | 'schema'>,
  others: (section: string) => readonly Section<SectionSchema>[],
): Promise<Section<SectionSchema> | undefined> {
  const document = await reader.document(name);
  if (document === undefined) return undefined;
  return openSection(schema, {
    doc: document.doc,
    now: () => reader.at,
    newId: readOnly,
    authorOf: (client) => authorFor(reader, document.authorOf(client)),
    others,
  });
}

/** An author as the reader may know them. */
function authorFor({ model, me, at, state }: SectionReader, author: NamedWho | undefined): Author | undefined {
  if (author === undefined) return undefined;
  const { who, name, organisation } = author;
  if (!isSeen(model, me.who, who, state, at)) return model.somebody;
  return { id: who.id, name, ...(organisation === null ? {} : { organisation }) };
}

/** The names of the sections that references of a schema lead to. */
function sectionsReferredTo({ fields }: SectionSchema): ReadonlySet<string> {
  const all = Object.values(fields).flatMap((field) =>
    field.kind === 'collection' || field.kind === 'log' ? Object.values(field.fields) : [field],
  );
  return new Set(
    all.flatMap((field) =>
      (field.kind === 'register' || field.kind === 'set') && field.target?.type === 'other'
        ? [field.target.section]
        : [],
    ),
  );
}

function readOnly(): never {
  throw new Error('Reading makes no rows.');
}
