import type { Model } from '@caseweave/model';
import { sql } from 'kysely';
import { StartFailure } from '../database/start-failure.ts';
import { emptyAuthority } from '../directory/empty-authority.ts';
import { putPeople } from '../directory/people.ts';
import { putUnits } from '../directory/units.ts';
import type { Node } from '../node/node.ts';
import { demoPerson } from './demo-person.ts';
import type { ModelDemo } from './demo.ts';

/**
 * Fills an empty store with a demonstration; one that it filled before has its people brought up and is left as it is
 * otherwise. A filling that was interrupted begins again.
 *
 * @throws {StartFailure} where the store holds what is no demonstration
 */
export async function fillDemo(node: Node, { people, units = {}, fill }: ModelDemo): Promise<void> {
  const { db } = node.database;
  const { id } = node.authority;
  const filled = await filledOf(node);
  if (filled === 'other')
    throw new StartFailure(
      'other-size',
      'The store holds people who are no demonstration. Nothing was changed. Name another store, or serve the model without its demo.',
    );
  // Nobody was served while it ran.
  if (filled === 'begun') await emptyAuthority(db, id);
  if (filled !== 'done') await mark(node, false);
  for (const [kind, rows] of Object.entries(units)) await putUnits(db, id, kind, rows);
  await putPeople(db, id, node.model.now, people);
  if (filled === 'done') return;
  await fill?.((who) => {
    const found = people.find((one) => one.who.id === who);
    if (found === undefined) throw new TypeError(`Nobody of the demonstration has the id ${who}.`);
    return demoPerson(node, found.who);
  });
  await mark(node, true);
  await node.tail.catchUp();
  // Nobody is served yet: the first who asks finds the lists made.
  await node.projections.catchUp();
}

/** The people as a page is told of them. */
export const listedPeople = ({ people, units = {} }: ModelDemo, { who: { organisation } }: Pick<Model, 'who'>) =>
  people.map(({ who, name }) => {
    const unit = organisation?.of(who) ?? null;
    const found = units[organisation?.unit ?? '']?.find((one) => one.id === unit);
    return { id: who.id, who, name, organisation: found?.name ?? null };
  });

type Filled = 'empty' | 'begun' | 'done' | 'other';

async function filledOf({ database: { db }, authority: { id } }: Node): Promise<Filled> {
  await sql`create table if not exists demo_filled (authority text primary key, done boolean not null)`.execute(db);
  const { rows } = await sql<{ done: boolean | null; people: boolean }>`
    select (select done from demo_filled where authority = ${id}) as done,
      exists (select from principal where authority = ${id}) as people`.execute(db);
  const { done = null, people = false } = rows[0] ?? {};
  if (done !== null) return done ? 'done' : 'begun';
  return people ? 'other' : 'empty';
}

const mark = ({ database: { db }, authority: { id } }: Node, done: boolean) =>
  sql`insert into demo_filled (authority, done) values (${id}, ${done})
    on conflict (authority) do update set done = excluded.done`.execute(db);
