import type { Node } from '@caseweave/server';
import { changeFamilies } from './change-families.ts';
import type { DirectoryFile } from './directory-file.ts';
import { mergedPlan, plannedFamily, type PlannedFamily } from './family-plan-of.ts';
import type { ChangedFamily } from './follow-directory.ts';
import type { ImportedRows } from './imported-rows.ts';
import type { Count } from './import-report.ts';
import { registerNew, type NewFamily, type NewPerson } from './register-new.ts';
import { writerFor } from './writer-for.ts';

/** What is taken together in one transaction: a server that runs meanwhile is held up no longer than that. */
export const AT_ONCE = 50;

/** The families of a file, sorted by what has to be done about them. */
export interface PlannedFamilies {
  readonly fresh: readonly NewFamily[];
  readonly changed: readonly ChangedFamily[];
  readonly missing: readonly string[];
}

/** Compares the families of a file with what was imported before. */
export function planFamilies(imported: ImportedRows, file: DirectoryFile, endMissing: boolean): PlannedFamilies {
  const fresh: NewFamily[] = [];
  const changed: ChangedFamily[] = [];
  const missing: string[] = [];
  for (const family of file.families) {
    const { ref, name } = family;
    const said = plannedFamily(file, family);
    const last = imported.get('family', ref);
    if (last === undefined) {
      fresh.push({ ref, name, plan: said });
      continue;
    }
    // Written by an import, from a row of this shape.
    const was = last.row as PlannedFamily;
    const merged = mergedPlan(was, said, endMissing);
    missing.push(...merged.missing.map((row) => `families ${ref}, ${row}`));
    if (!imported.isSame({ kind: 'family', ref, row: merged.plan })) changed.push({ ref, was, plan: merged.plan });
  }
  return { fresh, changed, missing };
}

/** Registers the families that are new, with their people, and decides what has changed in the others. */
export async function importFamilies(
  node: Node,
  imported: ImportedRows,
  file: DirectoryFile,
  { fresh, changed }: PlannedFamilies,
  { at, progress }: { readonly at: number; readonly progress: (done: number, of: number) => void },
): Promise<Count> {
  const waiting = new Map(
    file.persons.filter(({ ref }) => imported.get('person', ref) === undefined).map((person) => [person.ref, person]),
  );
  const take = (families: readonly { readonly plan: PlannedFamily }[]): readonly NewPerson[] =>
    families.flatMap(({ plan }) =>
      plan.people.flatMap(({ person }) => {
        const found = waiting.get(person);
        waiting.delete(person);
        return found ?? [];
      }),
    );
  const hasNames =
    [...waiting.values()].some(
      (person) => (person.name ?? person.dateOfBirth ?? person.expectedBirthDate) !== undefined,
    ) || fresh.some(({ name }) => name !== undefined);
  const writer = hasNames ? await writerFor(node, at) : null;

  let done = file.families.length - fresh.length - changed.length;
  const told = (more: number) => {
    done += more;
    progress(done, file.families.length);
  };
  for (const part of inParts(fresh, AT_ONCE)) {
    await registerNew(node, imported, { families: part, persons: take(part), writer }, at);
    told(part.length);
  }
  for (const part of inParts(changed, AT_ONCE)) {
    await registerNew(node, imported, { families: [], persons: take(part), writer }, at);
    await changeFamilies(node, imported, part, at);
    told(part.length);
  }
  return { added: fresh.length, changed: changed.length, same: file.families.length - fresh.length - changed.length };
}

/** Cuts a list into parts of a size. */
export function* inParts<Item>(items: readonly Item[], size: number): Iterable<readonly Item[]> {
  for (let place = 0; place < items.length; place += size) yield items.slice(place, place + size);
}
