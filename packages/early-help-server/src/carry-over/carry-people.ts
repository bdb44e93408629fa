import { earlyHelp, type Principal } from '@caseweave/family';
import type { Trx } from '@caseweave/server';
import { sql } from 'kysely';
import { replacedTable } from './exchange-tables.ts';
import { assertUnderstood } from './assert-understood.ts';

interface Person8 {
  readonly authority: string;
  readonly id: string;
  readonly kind: Principal['kind'];
  readonly agency: string | null;
  readonly agencyKind: string | null;
  readonly hub: string | null;
  readonly roles: readonly string[];
  readonly person: string | null;
}

/** Hubs and agencies become units, and everybody who signs in keeps their place, those whose access has ended too. */
export async function carryPeople(trx: Trx): Promise<void> {
  await sql`insert into unit (authority, kind, id, name) select authority, 'hub', id, name from ${replacedTable('hub')}`.execute(
    trx,
  );
  await sql`insert into unit (authority, kind, id, name, more)
    select authority, 'agency', id, name, jsonb_build_object('kind', kind) from ${replacedTable('agency')}`.execute(
    trx,
  );
  const { rows } = await sql<Person8>`
    select p.authority, p.id, p.kind, p.agency, a.kind as "agencyKind", p.hub, p.roles, p.person
    from ${replacedTable('principal')} p
      left join ${replacedTable('agency')} a on a.authority = p.authority and a.id = p.agency`.execute(trx);
  const people = rows.map((person) => {
    const who = whoOf(person);
    assertUnderstood(earlyHelp.who.schema, who, `somebody who signs in (${person.id})`);
    return { authority: person.authority, id: person.id, organisation: who.agency?.id ?? null, who };
  });
  await sql`insert into principal (authority, id, name, organisation, who, rights_seq, ended, issuer, subject)
    select p.authority, p.id, p.name, n.organisation, n.who, p.rights_seq, p.ended, p.issuer, p.subject
    from ${replacedTable('principal')} p
      join jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as n(authority text, id text, organisation text, who jsonb)
        on n.authority = p.authority and n.id = p.id`.execute(trx);
}

const whoOf = ({ id, kind, agency, agencyKind, hub, roles, person }: Person8) => ({
  id,
  kind,
  agency: agency === null || agencyKind === null ? null : { id: agency, kind: agencyKind },
  roles,
  hub,
  ...(person !== null && { person }),
});
