import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SectionSchema } from '@caseweave/record';

/**
 * The sections that a module exports, alone or in lists, each once.
 *
 * @throws whatever loading the module throws
 */
export async function loadSchemas(module: string, folder: string): Promise<readonly SectionSchema[]> {
  const exported = (await import(pathToFileURL(resolve(folder, module)).href)) as { readonly [name: string]: unknown };
  const schemas = Object.values(exported).flat().filter(isSchema);
  return [...new Map(schemas.map((schema) => [schema.name, schema])).values()];
}

const isSchema = (value: unknown): value is SectionSchema =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'section';
