import type { Model, RightsTable } from '@caseweave/model';
import { sql } from 'kysely';
import type { Db, Trx } from '../database/database.ts';
import { type Authority, lockAuthority } from '../directory/authority.ts';
import { logChange } from '../directory/log-change.ts';
import { assertReadable, type ModelRelease, newerIn, policyOf, releaseOf } from '../model/model-release.ts';
import { createLacking } from './create-lacking.ts';
import { assertFoldable, foldAgain } from './fold-again.ts';

/**
 * Brings what an authority has to the model: facts are folded again where the kind's version is newer, and sections that
 * records lack are created. It goes on where a start that was ended left off. Where the model or the rights in force are
 * others than before, the policy is raised, so that every device compares what it holds.
 *
 * @param at - now: rights that ran out before are told of by that comparing
 * @param tell - told, in words, what takes a while
 * @throws {StartFailure} where a newer release of the model, or another model, has written the store
 */
export async function bringUpToModel(
  db: Db,
  authority: Authority,
  model: Model,
  at: number,
  tell: (words: string) => void = () => undefined,
): Promise<void> {
  const { id } = authority;
  const policy = policyOf(model);
  const before = await inForceNow(db, id);
  assertReadable(releaseOf(model), before.model);
  if (before.policyOf !== policy) await assertFoldable(db, id, model);
  const change = await db.transaction().execute((trx) => announce(trx, id, model, policy));
  if (change === 'release') {
    await foldAgain(db, id, model, at, tell);
    await createLacking(db, id, model, tell);
  }
  if (change !== 'none') await db.transaction().execute((trx) => putInForce(trx, id, model, policy, change));
  const { rows } = await sql<{ policy: number }>`select policy from authority where id = ${id}`.execute(db);
  authority.policy = rows[0]?.policy ?? authority.policy;
}

/** What is other than when the authority was served last; of a start that was ended, everything may be. */
type Change = 'none' | 'rights' | 'release';

interface InForceRow {
  readonly model: ModelRelease | null;
  readonly policyOf: string | null;
}

/** Says which release runs here from now on: nodes of an older one decide nothing more. */
async function announce(trx: Trx, authority: string, model: Model, policy: string): Promise<Change> {
  await lockAuthority(trx, authority);
  const { model: written, policyOf: inForce } = await inForceNow(trx, authority);
  const release = releaseOf(model);
  assertReadable(release, written);
  if (inForce === policy) return 'none';
  const isNewer = written !== null && newerIn(release, written).length > 0;
  if (written !== null && !isNewer && inForce !== null) return 'rights';
  await sql`update authority set model = ${JSON.stringify(release)}::jsonb, policy_of = null where id = ${authority}`.execute(
    trx,
  );
  if (isNewer) {
    await sql`update authority set policy = policy + 1 where id = ${authority}`.execute(trx);
    await logChange(trx, authority, 'again', [authority]);
  }
  return 'release';
}

/** What devices were told until now may be other now: they compare all that they hold. */
async function putInForce(trx: Trx, authority: string, model: Model, policy: string, change: Change): Promise<void> {
  await lockAuthority(trx, authority);
  // Another node has done the same, at the same time.
  if ((await inForceNow(trx, authority)).policyOf === policy) return;
  const seq = await logChange(trx, authority, 'again', [authority]);
  await sql`update authority set policy = policy + 1, policy_of = ${policy}, floor = ${seq},
      rights_table = ${JSON.stringify(model.rights)}::jsonb
    where id = ${authority}`.execute(trx);
  await sql`delete from record_key where authority = ${authority} and gone`.execute(trx);
  // What lists show is made anew by this release.
  if (change === 'release')
    await sql`update section set projection_seq = -1 where authority = ${authority} and projection_seq >= 0`.execute(
      trx,
    );
}

async function inForceNow(db: Db, authority: string): Promise<InForceRow> {
  const { rows } = await sql<InForceRow>`
    select model, policy_of as "policyOf" from authority where id = ${authority}`.execute(db);
  return rows[0] ?? { model: null, policyOf: null };
}

/** The rights table that is in force in the store; undefined where none was put in force yet. */
export async function rightsInForce(db: Db, authority: string): Promise<RightsTable | undefined> {
  const { rows } = await sql<{ rights: RightsTable | null }>`
    select rights_table as rights from authority where id = ${authority}`.execute(db);
  return rows[0]?.rights ?? undefined;
}
