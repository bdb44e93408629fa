import { openDatabase } from '../database/database.ts';
import { plainFailure } from '../database/plain-failure.ts';
import type { Node } from '../node/node.ts';
import { type NodeOptions, startNode } from '../node/start-node.ts';
import { type CarriesOver, readyStore } from './ready-store.ts';
import { readRightsFile } from './read-rights-file.ts';
import { readSettings } from './settings.ts';
import type { ProcessContext } from './process-context.ts';

/** Works on the store that the environment names, without serving anybody: what an import does. */
export async function withNode<Result>(
  { env, say, report }: ProcessContext,
  { model, carriesOver }: Pick<NodeOptions, 'model'> & { readonly carriesOver?: CarriesOver | undefined },
  work: (node: Node) => Promise<Result>,
): Promise<Result> {
  const settings = readSettings(env);
  const rights = (await readRightsFile(model, settings.rightsFile)) ?? 'kept';
  await using store = await readyStore(settings, say, carriesOver);
  const database = openDatabase(store.address);
  try {
    const node = await startNode(database, {
      model,
      rights,
      report,
      tell: say,
      ...(carriesOver !== undefined && { carryOver: carriesOver.carryOver }),
    }).catch((error: unknown) => {
      throw plainFailure(error);
    });
    try {
      return await work(node);
    } finally {
      await node.stop();
    }
  } finally {
    await database.close();
  }
}
