import { sql } from 'kysely';
import { StartFailure } from '../database/start-failure.ts';
import { putPeople } from '../directory/people.ts';
import { putUnits } from '../directory/units.ts';
import type { Node } from '../node/node.ts';
import type { Command } from './command.ts';
import { type ModelDemo, readModel } from './read-model.ts';
import { resetCommand } from './reset-command.ts';
import { startCommand } from './start-command.ts';

/** The commands of the server package itself, which serve the model of a module: `start --model ./my-model.ts`. */
export const modelCommands: Readonly<Record<'start' | 'reset', Command>> = {
  start: startCommand(['model'], async ({ options }, { issuer }) => {
    const path = options['model'];
    if (path === undefined)
      throw new StartFailure('bad-option', 'Name the module of your model: start --model ./my-model.ts.');
    const { model, demo } = await readModel(path);
    // Where people sign in by an issuer, nobody is made up.
    if (demo === undefined || issuer !== undefined) return { model };
    return {
      model,
      demo: { listed: demo.people.map(({ who, name }) => ({ id: who.id, name })) },
      prepare: (node) => register(node, demo),
      hint: `Anybody may sign in as ${demo.people.map(({ who }) => who.id).join(', ')}.`,
    };
  }),
  reset: resetCommand,
};

/** Registers the people of a demonstration in a store that has nobody yet. */
async function register(
  { database: { db }, authority: { id }, model }: Node,
  { units = {}, people }: ModelDemo,
): Promise<void> {
  const { rows } = await sql`select from principal where authority = ${id} limit 1`.execute(db);
  if (rows.length > 0) return;
  for (const [kind, ofKind] of Object.entries(units)) await putUnits(db, id, kind, ofKind);
  await putPeople(db, id, model.now, people);
}
