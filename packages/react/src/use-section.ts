import type { OpenRecord, OpenSection } from '@caseweave/caseload';
import type { Question, SectionSchema, Unshown, View } from '@caseweave/record';
import { useCallback, useMemo, useSyncExternalStore } from 'react';

const nothing = (): void => {};

/** An open section of a record; undefined while it has not arrived, or may not be read. Shows again after a rebuild. */
export function useSection<Schema extends SectionSchema>(
  record: OpenRecord | undefined,
  schema: Schema,
): OpenSection<Schema> | undefined {
  const subscribe = useCallback((listener: () => void) => record?.subscribe(listener) ?? nothing, [record]);
  const section = useSyncExternalStore(subscribe, () => record?.section(schema));
  useSyncExternalStore(useSubscribe(section), () => section?.generation);
  return section;
}

/** What a section says, or the part of it that `select` picks; undefined while the section is not open. */
export function useSectionView<Schema extends SectionSchema>(
  record: OpenRecord | undefined,
  schema: Schema,
): View<Schema> | undefined;
export function useSectionView<Schema extends SectionSchema, Part>(
  record: OpenRecord | undefined,
  schema: Schema,
  select: (view: View<Schema>) => Part,
): Part | undefined;
export function useSectionView<Schema extends SectionSchema, Part>(
  record: OpenRecord | undefined,
  schema: Schema,
  select?: (view: View<Schema>) => Part,
): View<Schema> | Part | undefined {
  const section = useSection(record, schema);
  const read = useMemo(() => {
    let last: { readonly view: View<Schema>; readonly part: View<Schema> | Part } | undefined;
    return () => {
      const view = section?.current.view();
      if (view === undefined) return undefined;
      // One view gives one part, however often React asks: a part may be a new object each time it is picked.
      if (last?.view !== view) last = { view, part: select === undefined ? view : select(view) };
      return last.part;
    };
  }, [section, select]);
  return useSyncExternalStore(useSubscribe(section), read);
}

const noQuestions: readonly Question[] = [];

/** What people wrote apart and that contradicts itself, for a person to settle. */
export function useQuestions(record: OpenRecord | undefined, schema: SectionSchema): readonly Question[] {
  const section = useSection(record, schema);
  return useSyncExternalStore(useSubscribe(section), () => section?.current.questions() ?? noQuestions);
}

const nothingUnshown: readonly Unshown[] = [];

/** What somebody wrote by a later version, and this one cannot show: beside such a field a screen says so. */
export function useUnshown(record: OpenRecord | undefined, schema: SectionSchema): readonly Unshown[] {
  const section = useSection(record, schema);
  return useSyncExternalStore(useSubscribe(section), () => section?.current.unshown() ?? nothingUnshown);
}

const noSettled: ReturnType<OpenSection['settled']> = [];

/** Which questions were settled while the section was open, the newest last: for a notice that says by whom, and when. */
export function useSettled(record: OpenRecord | undefined, schema: SectionSchema): ReturnType<OpenSection['settled']> {
  const section = useSection(record, schema);
  return useSyncExternalStore(useSubscribe(section), () => section?.settled() ?? noSettled);
}

function useSubscribe(section: Pick<OpenSection, 'subscribe'> | undefined): (listener: () => void) => () => void {
  return useCallback((listener: () => void) => section?.subscribe(listener) ?? nothing, [section]);
}
