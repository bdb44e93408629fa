import { earlyHelp, type Principal } from '@caseweave/family';
import { type Node, type PersonRow, putPeople } from '@caseweave/server';
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
  const fresh = all.filter(({ who }) => imported.get(kind, who.id) === undefined);
  const moved = await putPeople(database.db, authority.id, earlyHelp, all);
  await imported.keep(
    database.db,
    authority.id,
    fresh.map(({ who }): ImportedRow => ({ kind, ref: who.id, record: null, row: {} })),
  );
  const changed = moved.filter((id) => !fresh.some(({ who }) => who.id === id)).length;
  return { added: fresh.length, changed, same: all.length - fresh.length - changed };
}

const identityOf = ({ issuer }: DirectoryFile, subject: string | undefined) =>
  issuer === undefined || subject === undefined ? null : { issuer, subject };

function practitionersOf(file: DirectoryFile): readonly PersonRow<Principal>[] {
  const agencies = new Map(file.agencies.map(({ id, kind }) => [id, { id, kind }]));
  return file.practitioners.map(({ id, name, subject, agency, hub, roles }) => ({
    who: { id, kind: 'practitioner', agency: agencies.get(agency) ?? null, roles, hub },
    name,
    identity: identityOf(file, subject),
  }));
}

const accountsOf = (file: DirectoryFile, imported: ImportedRows): readonly PersonRow<Principal>[] =>
  file.accounts.map(({ id, name, kind, person, subject }) => ({
    who: { id, kind, agency: null, roles: [familyRoles[kind]], hub: null, person: imported.recordOf('person', person) },
    name,
    identity: identityOf(file, subject),
  }));
