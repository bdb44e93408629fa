import { declaredValues, kindsWithin } from '../checks/declared-values.ts';
import type { Model } from '../model/model.ts';
import { shownSection } from '../sections/parameter.ts';

/** A code list as plain data. */
export interface CodeListSummary {
  readonly source: string;
  readonly codes: readonly { readonly code: string | number; readonly label: string }[];
}

/** The code lists of a model, by their ids: of sections, lists and forms. */
export function codeListsOf({ parts, decisions }: Model): Readonly<Record<string, CodeListSummary>> {
  // Those of a series are found in the section that stands for any of them.
  const shown = parts.flatMap((part) => [part, shownSection(part) ?? part]);
  const lists = Array.from(declaredValues({ sections: shown, decisions: [...decisions.values()] })).flatMap(
    ({ path, kind }) =>
      kind === undefined
        ? []
        : Array.from(kindsWithin(path, kind)).flatMap(({ kind: each }) => (each.type === 'code' ? [each.list] : [])),
  );
  return Object.fromEntries(
    lists
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, source, entries }) => [id, { source, codes: entries.map(({ code, label }) => ({ code, label })) }]),
  );
}
