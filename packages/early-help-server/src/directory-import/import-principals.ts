import { type Node, type PrincipalRow, putPrincipals } from '@caseweave/server';
import type { DirectoryFile } from './directory-file.ts';
import type { ImportedRow, ImportedRows } from './imported-rows.ts';
import type { Count } from './import-report.ts';

const familyRoles = { 'family-adult': 'family_adult', 'young-person': 'child_yp' } as const;

/** Registers who signs in: those who work with families, or the families' own people. They are what the file says. */
export async function importPrincipals(
  { database, authority }: Node,
  imported: ImportedRows,
  kind: 'practitioner' | 'account',
  file: DirectoryFile,
): Promise<Count> {
  const all = kind === 'practitioner' ? practitionersOf(file) : accountsOf(file, imported);
  const fresh = all.filter(({ id }) => imported.get(kind, id) === undefined);
  const moved = await putPrincipals(database.db, authority.id, all);
  await imported.keep(
    database.db,
    authority.id,
    fresh.map(({ id }): ImportedRow => ({ kind, ref: id, record: null, row: {} })),
  );
  const changed = moved.filter((id) => !fresh.some((row) => row.id === id)).length;
  return { added: fresh.length, changed, same: all.length - fresh.length - changed };
}

const identityOf = ({ issuer }: DirectoryFile, subject: string | undefined) =>
  issuer === undefined || subject === undefined ? null : { issuer, subject };

const practitionersOf = (file: DirectoryFile): readonly PrincipalRow[] =>
  file.practitioners.map(({ id, name, subject, agency, hub, roles }) => ({
    id,
    kind: 'practitioner',
    name,
    agency,
    hub,
    roles,
    identity: identityOf(file, subject),
  }));

const accountsOf = (file: DirectoryFile, imported: ImportedRows): readonly PrincipalRow[] =>
  file.accounts.map(({ id, name, kind, person, subject }) => ({
    id,
    kind,
    name,
    agency: null,
    hub: null,
    roles: [familyRoles[kind]],
    person: imported.recordOf('person', person),
    identity: identityOf(file, subject),
  }));
