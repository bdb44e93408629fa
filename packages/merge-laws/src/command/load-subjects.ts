import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SectionSchema } from '@caseweave/record';
import { sectionSubject } from '../section/section-subject.ts';
import type { Subject } from '../subject.ts';

/** Something to check, and where it came from. */
export interface LoadedSubject {
  readonly module: string;
  readonly export: string;
  /** Its place in the list that is exported; undefined where it is exported alone. */
  readonly place?: number;
  readonly isSchema: boolean;
  readonly hasOptions: boolean;
  readonly subject: Subject;
}

/**
 * Loads what a module exports, alone or in lists: its sections, and the subjects that it made itself.
 *
 * @throws whatever loading the module throws
 */
export async function loadSubjects(module: string, folder: string): Promise<readonly LoadedSubject[]> {
  const path = resolve(folder, module);
  const exported = (await import(pathToFileURL(path).href)) as { readonly [name: string]: unknown };
  const options = exported['lawOptions'];
  const hasOptions = isObject(options);
  const common = { module: path, hasOptions };
  const loaded = (value: unknown, from: Pick<LoadedSubject, 'export' | 'place'>): readonly LoadedSubject[] => {
    if (!isObject(value) || !('type' in value)) return [];
    if (value.type === 'subject') return [{ ...common, ...from, isSchema: false, subject: value as Subject }];
    // A part of a model is called so too, and holds the declaration, which is exported by itself.
    if (value.type !== 'section' || !('fields' in value)) return [];
    const subject = sectionSubject(value as SectionSchema, hasOptions ? options : {});
    return [{ ...common, ...from, isSchema: true, subject }];
  };
  return Object.entries(exported).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.flatMap((one: unknown, place) => loaded(one, { export: name, place }))
      : loaded(value, { export: name }),
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
