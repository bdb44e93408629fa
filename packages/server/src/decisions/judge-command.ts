import {
  conflicts,
  decidedAt,
  type DecisionCommand,
  type DecisionNames,
  type DecisionRefusal,
  foldDecision,
  mayDecide,
  mayLink,
  newRecordsOf,
  personsOf,
  type Principal,
  type RecordFacts,
  refusalOf,
  standing,
} from '@caseweave/family';
import { sql } from 'kysely';
import type { Trx } from '../database/database.ts';
import { loadFacts } from '../directory/load-facts.ts';
import { type KnownPrincipal, loadPrincipals } from '../directory/people.ts';

/** Who gives a command, when, and on what. */
export interface Giver {
  readonly principal: string;
  readonly device: string | null;
  /** The position that it was given on; null where it is not known, and then nothing overtakes it. */
  readonly base: number | null;
  readonly at: number;
}

/**
 * Judges a command on what is decided now, while the authority's row is held; undefined if it may be carried out.
 *
 * Rights come first, and what is forbidden is answered like what does not exist.
 */
export async function judgeCommand(
  trx: Trx,
  authority: string,
  command: DecisionCommand,
  giver: Giver,
): Promise<DecisionRefusal | undefined> {
  const { principal: id, at } = giver;
  const named = namedIn(command);
  const people = await loadPrincipals(trx, authority, [id, ...named]);
  const author = people.get(id)?.principal;
  const known = personsOf(command).filter(({ isNew }) => !isNew);
  const loaded = await loadFacts(trx, authority, [command.record, ...known.map(({ person }) => person)]);
  const decided = loaded.get(command.record);
  if (author === undefined || !mayDecide(author, command, decided?.facts, at)) return refusalOf('not-allowed');
  if (!known.every(({ person }) => isLinkable(author, loaded.get(person)?.facts, at))) return refusalOf('not-allowed');

  const state = decided === undefined ? null : decidedAt(decided, at);
  const names = await namesFor(trx, authority, people, state?.team.map(({ principal }) => principal) ?? []);
  const folded = foldDecision(state, command, { principal: id, at }, names);
  if (folded.type === 'refused') return { code: folded.code, words: folded.words, stands: folded.stands };
  if (state !== null && conflicts(command, await decidedSince(trx, authority, command.record, giver)))
    return refusalOf('overtaken', { stands: standing(state, command, names) });

  if (!named.every((one) => canJoin(people.get(one), decided?.facts))) return refusalOf('cannot-join');
  if ('hub' in command && command.hub !== null && names.hub(command.hub) === undefined) return refusalOf('no-such-hub');
  return judgeIds(trx, authority, command, people.get(starterOf(command) ?? id)?.principal);
}

/** Who comes into a team by a command. */
function namedIn(command: DecisionCommand): readonly string[] {
  if (command.type === 'join-team') return [command.principal];
  const starter = starterOf(command);
  return starter === undefined ? [] : [starter];
}

const starterOf = (command: DecisionCommand): string | undefined =>
  command.type === 'register-family' ? (command.lead ?? undefined) : undefined;

// Whom a record is closed to must not learn of it by being put into its team; nor is it told who that is.
const canJoin = (known: KnownPrincipal | undefined, facts: RecordFacts | undefined): boolean =>
  known !== undefined &&
  known.principal.kind === 'practitioner' &&
  known.principal.agency !== null &&
  facts?.barred.includes(known.principal.id) !== true;

const isLinkable = (author: Principal, person: RecordFacts | undefined, at: number): boolean =>
  person !== undefined && mayLink(author, person, at);

/** What others, or this person on other devices, have decided about the record since the command was given. */
async function decidedSince(
  trx: Trx,
  authority: string,
  record: string,
  { base, device }: Giver,
): Promise<readonly DecisionCommand[]> {
  if (base === null) return [];
  const { rows } = await sql<{ command: DecisionCommand }>`
    select command from decision
    where authority = ${authority} and record = ${record} and seq > ${base} and command is not null
      and (device is null or device is distinct from ${device}) order by seq`.execute(trx);
  return rows.map(({ command }) => command);
}

/** Ids that a device has made must be nobody's yet, and notes are those of the agency that begins the team. */
async function judgeIds(
  trx: Trx,
  authority: string,
  command: DecisionCommand,
  starter: Principal | undefined,
): Promise<DecisionRefusal | undefined> {
  if (!('sections' in command)) return undefined;
  const notes = `notes.${starter?.agency?.id ?? ''}`;
  if (command.sections.some(({ name }) => name.startsWith('notes.') && name !== notes)) return refusalOf('malformed');
  const { rows } = await sql`
    select from record where authority = ${authority} and id = any(${[...newRecordsOf(command).keys()]})
    union all select from section where authority = ${authority} and id = any(${command.sections.map(({ section }) => section)})
    limit 1`.execute(trx);
  return rows.length > 0 ? refusalOf('id-taken') : undefined;
}

async function namesFor(
  trx: Trx,
  authority: string,
  people: ReadonlyMap<string, KnownPrincipal>,
  team: readonly string[],
): Promise<DecisionNames> {
  const members = await loadPrincipals(
    trx,
    authority,
    team.filter((id) => !people.has(id)),
  );
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, name from hub where authority = ${authority}`.execute(trx);
  const hubs = new Map(rows.map(({ id, name }) => [id, name]));
  return { practitioner: (id) => (people.get(id) ?? members.get(id))?.name, hub: (id) => hubs.get(id) };
}
