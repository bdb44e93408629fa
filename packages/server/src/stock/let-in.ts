import { may, type RecordFacts } from '@caseweave/family';
import { isSectionId } from '@caseweave/protocol';
import { sql } from 'kysely';
import { type KnownPrincipal, loadPrincipals } from '../directory/people.ts';
import type { Node } from '../node.ts';
import type { SectionMeta } from '../sync/read-caseload.ts';
import { type Ending, ENDINGS } from './stock-close.ts';

/** Somebody who may open a section. */
export interface LetIn {
  readonly known: KnownPrincipal;
  readonly section: SectionMeta;
  /** When their sign-in runs out, in milliseconds. */
  readonly expiresAt: number;
}

/** Tells who opens a section, or why nobody does. What does not exist and what may not be read is one answer. */
export async function letIn(node: Node, id: string, token: string): Promise<LetIn | Ending> {
  const { database, authority, tokens } = node;
  const verified = await tokens.verify(token);
  if (verified.type === 'unavailable') return ENDINGS.tryAgain;
  if (verified.type === 'refused') return ENDINGS.nothingHere;
  const { principal, expiresAt } = verified;
  const known = (await loadPrincipals(database.db, authority.id, [principal])).get(principal);
  if (known === undefined) return ENDINGS.accessEnded;
  const section = isSectionId(id) ? (await node.switchboard.sections([id])).get(id) : undefined;
  if (section !== undefined && (await mayRead(node, known, section))) return { known, section, expiresAt };
  // Asked also where there is no such section: both cost the same.
  return (await couldRead(node, known, id)) ? ENDINGS.accessEnded : ENDINGS.nothingHere;
}

/** Whether somebody may read a section now. */
export async function mayRead(
  { directory, now }: Node,
  { principal }: KnownPrincipal,
  { record, name }: SectionMeta,
): Promise<boolean> {
  const facts = (await directory.facts([record])).get(record)?.facts;
  return facts !== undefined && may(principal, 'read', name, facts, now());
}

/** How many decisions are looked at: more than any family sees while somebody is away. */
const DECISIONS = 500;

/** Whether somebody could read a section before a decision about its record: they are told to discard what they hold. */
async function couldRead(
  { database, authority }: Node,
  { principal }: KnownPrincipal,
  section: string,
): Promise<boolean> {
  const { rows } = await sql<{ name: string; before: RecordFacts; at: number }>`
    select s.name, d.before, d.at from section s
      join decision d on d.authority = s.authority and d.record = s.record and d.before is not null
    where s.authority = ${authority.id} and s.id = ${section} order by d.seq desc limit ${DECISIONS}`.execute(
    database.db,
  );
  return rows.some(({ name, before, at }) => may(principal, 'read', name, before, at));
}
