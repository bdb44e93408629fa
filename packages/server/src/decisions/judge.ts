import {
  begunBy,
  carryOut,
  type CarriedOut,
  type Command,
  commandOf,
  type DecisionRefusal,
  judgeCommand,
  type Model,
  namedIn,
  othersOf,
  peopleOf,
} from '@caseweave/model';
import { sql } from 'kysely';
import type { Trx } from '../database/database.ts';
import { loadPeople } from '../directory/people.ts';
import { loadUnits } from '../directory/units.ts';
import { peopleAround } from '../model/index-of.ts';
import { loadKnown, namesIn } from './load-known.ts';
import { loadStates } from './load-states.ts';
import type { LoggedDecision } from './logged.ts';

/** Who gives a command, when, and on what. */
export interface Giver {
  /** Null where it is whoever runs the authority, whose right is not asked. */
  readonly principal: string | null;
  readonly device: string | null;
  /** The position that it was given on; null where it is not known, and then nothing overtakes it. */
  readonly base: number | null;
  readonly at: number;
}

/** What was judged of a command. */
export type Judged =
  | { readonly type: 'carried-out'; readonly carried: CarriedOut; readonly others: readonly string[] }
  | { readonly type: 'refused'; readonly refusal: DecisionRefusal };

/** Judges a command on what is decided now, while the authority's row is held. */
export async function judge(
  trx: Trx,
  authority: string,
  model: Model,
  command: Command,
  giver: Giver,
): Promise<Judged> {
  const { record } = command;
  const { principal, at } = giver;
  const refused = (refusal: DecisionRefusal): Judged => ({ type: 'refused', refusal });
  const others = othersOf(command);
  const records = [record, ...others, ...begunBy(command).keys()];
  const states = await loadStates(trx, authority, records);
  const state = states.get(record);
  const known = await loadKnown(trx, authority, model, {
    people: [
      ...(principal === null ? [] : [principal]),
      ...peopleOf(command),
      ...(state === undefined ? [] : peopleAround(model, state)),
    ],
    records,
    states,
    units: await loadUnits(trx, authority),
  });
  const who = principal === null ? null : known.who(principal)?.who;
  if (who === undefined) return refused(model.refusal('not-allowed'));
  const since = await decidedSince(trx, authority, model, record, giver);
  const isSomebody = await thoseThere(trx, authority, model, command);
  const refusal = judgeCommand(model, command, { who, state, at, known, isSomebody, since, names: namesIn(known) });
  if (refusal !== null) return refused(refusal);
  if (await areTaken(trx, authority, command)) return refused(model.refusal('id-taken'));
  return { type: 'carried-out', carried: carryOut(model, command, state, { who: principal, at }), others };
}

/** Tells who of those whom a command names signs in here, or did: who is barred may be somebody whose access has ended. */
async function thoseThere(
  trx: Trx,
  authority: string,
  model: Model,
  { decision, form }: Command,
): Promise<(id: string) => boolean> {
  const ids = new Set(Array.from(namedIn(decision.form.valueKind, form), ({ id }) => id));
  const there =
    ids.size === 0 ? new Map<string, unknown>() : await loadPeople(trx, authority, model, [...ids], { ended: true });
  return (id) => there.has(id);
}

/** What others, or this person on other devices, have decided about the record since the command was given. */
async function decidedSince(
  trx: Trx,
  authority: string,
  model: Model,
  record: string,
  { base, device }: Giver,
): Promise<readonly Command[]> {
  if (base === null) return [];
  const { rows } = await sql<LoggedDecision>`
    select id, name, version, form, principal from decision
    where authority = ${authority} and record = ${record} and seq > ${base} and type = 'decided'
      and (device is null or device is distinct from ${device}) order by seq`.execute(trx);
  return rows.flatMap((row) => commandOf(model, { ...row, record }) ?? []);
}

/** Ids that a device has made for sections must be nobody's yet. */
async function areTaken(trx: Trx, authority: string, { sections }: Command): Promise<boolean> {
  if (sections.length === 0) return false;
  const { rows } = await sql`
    select from section where authority = ${authority} and id = any(${sections.map(({ section }) => section)})
    limit 1`.execute(trx);
  return rows.length > 0;
}
