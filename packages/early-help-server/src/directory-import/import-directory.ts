import { type Node, putUnits } from '@caseweave/server';
import { decideAll } from './decide-all.ts';
import type { DirectoryFile } from './directory-file.ts';
import { endMissing as end } from './end-missing.ts';
import { ImportedRows, type RowKind } from './imported-rows.ts';
import { importPrincipals } from './import-principals.ts';
import type { Count, ImportReport } from './import-report.ts';
import { AT_ONCE, importFamilies, inParts, planFamilies } from './import-families.ts';
import { moveAgencies } from './move-agencies.ts';
import type { NewPerson } from './register-new.ts';
import { createOwnTables } from '../store/own-tables.ts';

/** How an import is carried out. */
export interface ImportOptions {
  readonly at: number;
  /** Whether the access of those who are no longer in the file ends. */
  readonly endMissing: boolean;
  /** Told of families done, out of how many. */
  readonly progress: (done: number, of: number) => void;
}

/** Brings an authority to what a directory file says that it did not say when it was last imported. */
export async function importDirectory(node: Node, file: DirectoryFile, options: ImportOptions): Promise<ImportReport> {
  const { database, authority } = node;
  await createOwnTables(database.db);
  const imported = await ImportedRows.load(database.db, authority.id);
  const planned = planFamilies(imported, file, options.endMissing);
  const absent = absentRows(imported, file);

  await importPlaces(node, imported, file);
  const practitioners = await importPrincipals(node, imported, 'practitioner', file);
  const persons = await changePersons(node, imported, file, options.at);
  const families = await importFamilies(node, imported, file, planned, options);
  const accounts = await importPrincipals(node, imported, 'account', file);
  const ended = options.endMissing ? await end(node, imported, file, options.at) : [];
  const endedHere = options.endMissing ? planned.missing.filter((row) => !row.includes(', people: ')) : [];
  const allEnded = [...ended, ...endedHere];
  return {
    families,
    persons,
    practitioners,
    accounts,
    missing: [...absent, ...planned.missing].filter((row) => !allEnded.includes(row)),
    ended: allEnded,
  };
}

async function importPlaces({ database, authority }: Node, imported: ImportedRows, file: DirectoryFile): Promise<void> {
  const rows = [
    ...file.hubs.map((hub) => ({ kind: 'hub' as const, ref: hub.id, record: null, row: hub })),
    ...file.agencies.map((agency) => ({ kind: 'agency' as const, ref: agency.id, record: null, row: agency })),
  ].filter((row) => !imported.isSame(row));
  const isNew = (kind: RowKind, ref: string) => rows.some((row) => row.kind === kind && row.ref === ref);
  await putUnits(
    database.db,
    authority.id,
    'hub',
    file.hubs.filter(({ id }) => isNew('hub', id)),
  );
  await putUnits(
    database.db,
    authority.id,
    'agency',
    file.agencies.filter(({ id }) => isNew('agency', id)).map(({ id, name, kind }) => ({ id, name, more: { kind } })),
  );
  await moveAgencies(database.db, authority.id, file);
  await imported.keep(database.db, authority.id, rows);
}

/** Protects those whose row now says so. Who is new is registered with their family. */
async function changePersons(
  node: Node,
  imported: ImportedRows,
  { persons }: DirectoryFile,
  at: number,
): Promise<Count> {
  // The protective one stands: protection is given and never taken away.
  const rowOf = ({ ref, protectedLocation }: NewPerson) => ({
    kind: 'person' as const,
    ref,
    row: { protectedLocation: protectedLocation || isHidden(imported.get('person', ref)?.row) },
  });
  const known = persons.filter(({ ref }) => imported.get('person', ref) !== undefined);
  const changed = known.filter((person) => !imported.isSame(rowOf(person)));
  for (const part of inParts(changed, AT_ONCE)) {
    const rows = part.map((person) => ({ ...rowOf(person), record: imported.recordOf('person', person.ref) }));
    const hidden = rows.filter(({ row }) => row.protectedLocation).map(({ record }) => record);
    const protect = hidden.map((record) => ({ type: 'protect-location', record, isProtected: true }));
    await node.decisions.together(async (trx) => {
      await decideAll(node, trx, protect, at);
      await imported.keep(trx, node.authority.id, rows);
    });
  }
  return {
    added: persons.length - known.length,
    changed: changed.length,
    same: known.length - changed.length,
  };
}

const isHidden = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && 'protectedLocation' in row && row.protectedLocation === true;

/** What an earlier file had and this one has not, in words without names. */
function absentRows(imported: ImportedRows, file: DirectoryFile): readonly string[] {
  const lists: [RowKind, string, readonly string[]][] = [
    ['practitioner', 'practitioners', file.practitioners.map(({ id }) => id)],
    ['account', 'accounts', file.accounts.map(({ id }) => id)],
    ['person', 'persons', file.persons.map(({ ref }) => ref)],
    ['family', 'families', file.families.map(({ ref }) => ref)],
  ];
  return lists.flatMap(([kind, words, here]) => imported.absent(kind, here).map((ref) => `${words}: ${ref}`));
}
