import type { RecordState } from '@caseweave/model';
import { isSectionId } from '@caseweave/protocol';
import { sql } from 'kysely';
import { type KnownWho, loadPeople } from '../directory/people.ts';
import type { Node } from '../node/node.ts';
import type { SectionMeta } from '../routing/read-caseload.ts';
import { type Ending, ENDINGS } from './stock-close.ts';

/** Somebody who may open a section. */
export interface LetIn {
  readonly known: KnownWho;
  readonly section: SectionMeta;
  /** When their sign-in runs out, in milliseconds. */
  readonly expiresAt: number;
}

/** Tells who opens a section, or why nobody does. What does not exist and what may not be read is one answer. */
export async function letIn(node: Node, id: string, token: string): Promise<LetIn | Ending> {
  const { database, authority, model, tokens } = node;
  const verified = await tokens.verify(token);
  if (verified.type === 'unavailable') return ENDINGS.tryAgain;
  if (verified.type === 'refused') return ENDINGS.nothingHere;
  const { principal, expiresAt } = verified;
  const known = (await loadPeople(database.db, authority.id, model.now, [principal])).get(principal);
  if (known === undefined) return ENDINGS.accessEnded;
  const section = isSectionId(id) ? (await node.switchboard.sections([id])).get(id) : undefined;
  if (section !== undefined && (await mayRead(node, known, section))) return { known, section, expiresAt };
  // Asked also where there is no such section: both cost the same.
  return (await couldRead(node, known, id)) ? ENDINGS.accessEnded : ENDINGS.nothingHere;
}

/** Whether somebody may read a section now. */
export async function mayRead(
  { model, cache, now }: Node,
  { who }: KnownWho,
  { record, name }: SectionMeta,
): Promise<boolean> {
  const state = (await cache.states([record])).get(record);
  return state !== undefined && model.now.may(who, 'read', name, state, now());
}

/** How many decisions are looked at: more than a record sees while somebody is away. */
const DECISIONS = 500;

/** Whether somebody could read a section before a decision about its record: they are told to discard what they hold. */
async function couldRead({ database, authority, model }: Node, { who }: KnownWho, section: string): Promise<boolean> {
  const { rows } = await sql<{ name: string; before: RecordState; at: number }>`
    select s.name, d.before, d.at from authority a join section s on s.authority = a.id
      join decision d on d.authority = s.authority and d.record = s.record and d.before is not null and d.seq > a.floor
    where s.authority = ${authority.id} and s.id = ${section} order by d.seq desc limit ${DECISIONS}`.execute(
    database.db,
  );
  return rows.some(({ name, before, at }) => model.now.may(who, 'read', name, before, at));
}
