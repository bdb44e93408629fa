import type { ModelFault, NamedWho } from '@caseweave/model';
import type { Builder } from './builder.ts';
import { MadeOnce } from './names/made-once.ts';
import type { SchemaNames } from './names/schema-names.ts';
import type { UnitEntry } from './sources/graphql-sources.ts';
import type { DeclaredTypes } from './tools.ts';
import type { ReadableRecord, RowReading, SectionReading } from './viewer/reading.ts';

/** References to the types of what a model declares: each may lead to any other. */
export function declaredTypes(builder: Builder, names: SchemaNames, faults: ModelFault[]): DeclaredTypes {
  const refs = new MadeOnce();
  const ref = <Shape>(path: string, name: string | undefined) =>
    refs.once(path, () => {
      if (name === undefined)
        faults.push({ path, rule: 'is named somewhere and declared nowhere.', remedy: 'Declare it, or name another.' });
      return builder.objectRef<Shape>(name ?? path);
    });
  return {
    who: ref<NamedWho>('who', names.who),
    kind: (name) => ref<ReadableRecord>(`kinds.${name}`, names.kinds.get(name)?.type),
    unit: (name) => ref<UnitEntry>(`units.${name}`, names.units.get(name)?.type),
    section: (row) => ref<SectionReading>(`sections.${row}`, names.sections.get(row)?.type),
    rows: (row, field) => ref<RowReading>(`sections.${row}.fields.${field}`, names.rows.get(`${row} ${field}`)),
  };
}
