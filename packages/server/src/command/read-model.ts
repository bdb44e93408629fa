import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Model } from '@caseweave/model';
import { StartFailure } from '../database/start-failure.ts';
import type { ModelDemo } from '../demo/demo.ts';

/** What the module of a domain exports. */
export interface ModelModule {
  readonly model: Model;
  readonly demo: ModelDemo | undefined;
}

/**
 * Loads the module of a domain: one of its exports is a model, whatever its name.
 *
 * @throws {StartFailure}
 */
export async function readModel(path: string): Promise<ModelModule> {
  const exported = await load(path);
  const models = [...new Set(Object.values(exported).filter(isModel))];
  const [model, second] = models;
  if (model === undefined)
    throw failure(`The module ${path} exports no model. Make one with defineModel and export it.`);
  if (second !== undefined) {
    throw failure(
      `The module ${path} exports ${models.length} models (${models.map(({ name }) => name).join(', ')}). Export the one that is to be served.`,
    );
  }
  const { demo } = exported;
  if (demo !== undefined && !isDemo(demo))
    throw failure(
      `The export demo of ${path} has no list of people. Give it { people: [{ who, name }] }, or another name.`,
    );
  return { model, demo };
}

async function load(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await import(pathToFileURL(resolve(path)).href)) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : 'it threw';
    throw failure(`The module ${path} cannot be loaded: ${words}`, { cause });
  }
}

// It may come from another copy of the package, so it is known by what it is.
const isModel = (value: unknown): value is Model =>
  isObject(value) &&
  typeof value['name'] === 'string' &&
  value['kinds'] instanceof Map &&
  value['decisions'] instanceof Map &&
  typeof value['with'] === 'function';

const isDemo = (value: unknown): value is ModelDemo => isObject(value) && Array.isArray(value['people']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const failure = (words: string, options?: ErrorOptions): StartFailure => new StartFailure('bad-option', words, options);
