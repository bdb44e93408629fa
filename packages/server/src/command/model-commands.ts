import type { Model } from '@caseweave/model';
import { StartFailure } from '../database/start-failure.ts';
import type { ModelDemo } from '../demo/demo.ts';
import { fillDemo, listedPeople } from '../demo/fill-demo.ts';
import type { Command } from './command.ts';
import { readModel } from './read-model.ts';
import { resetCommand } from './reset-command.ts';
import { type Serving, startCommand } from './start-command.ts';

/** The commands of the server package itself, which serve the model of a module: `start --model ./my-model.ts`. */
export const modelCommands: Readonly<Record<'start' | 'reset', Command>> = {
  start: startCommand(['model'], async ({ options }, { issuer }) => {
    const path = options['model'];
    if (path === undefined)
      throw new StartFailure('bad-option', 'Name the module of your model: start --model ./my-model.ts.');
    const { model, demo } = await readModel(path);
    // Where people sign in by an issuer, nobody is made up.
    return demo === undefined || issuer !== undefined ? { model } : demoServing(model, demo);
  }),
  reset: resetCommand,
};

/** What a program serves that has a demonstration of its model: for a `startCommand` of its own. */
export const demoServing = (model: Model, demo: ModelDemo): Serving => ({
  model,
  demo: { listed: listedPeople(demo, model) },
  prepare: (node) => fillDemo(node, demo),
  hint: `Anybody may sign in as ${demo.people.map(({ who }) => who.id).join(', ')}.`,
});
