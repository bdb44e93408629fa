import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { LawFailure } from '../law-failure.ts';
import { reportPage } from '../report/report-page.ts';
import { testSource } from '../report/test-source.ts';
import type { LoadedSubject } from './load-subjects.ts';

/** Writes a failure's picture and test, and gives the names of the files. */
export async function writeReport(
  failure: LawFailure,
  { subject, module, export: name, place, isSchema, hasOptions }: LoadedSubject,
  { folder, out }: { readonly folder: string; readonly out: string },
): Promise<{ readonly picture: string; readonly test: string }> {
  const into = resolve(folder, out);
  await mkdir(into, { recursive: true });
  const there = relative(into, module).replaceAll('\\', '/');
  const test = testSource(failure, {
    module: there.startsWith('.') ? there : `./${there}`,
    export: name,
    ...(place !== undefined && { place }),
    isSchema,
    runner: 'vitest',
    ...(isSchema && hasOptions && { options: 'lawOptions' }),
  });
  const file = `${failure.name.replaceAll(/[^A-Za-z0-9]+/g, '-')}-law-${failure.breach.law}`;
  await writeFile(join(into, `${file}.html`), reportPage(failure, subject, test));
  await writeFile(join(into, `${file}.test.ts`), test);
  return { picture: join(out, `${file}.html`), test: join(out, `${file}.test.ts`) };
}
