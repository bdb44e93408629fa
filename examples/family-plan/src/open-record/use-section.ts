import type { OpenSection } from '@caseweave/caseload';
import type { Question, SectionSchema, View } from '@caseweave/record';
import { useCallback, useSyncExternalStore } from 'react';
import { useOpenRecord } from './open-record-context.tsx';

/** A section as a screen reads it. */
export interface ShownSection<Schema extends SectionSchema> {
  readonly section: OpenSection<Schema>;
  readonly view: View<Schema>;
  readonly questions: readonly Question[];
  readonly canWrite: boolean;
  readonly canAppend: boolean;
}

const nothing = () => undefined;

/** The open section of that name, whatever its schema; undefined where there is none for this reader. */
export function useAnySection(name: string): OpenSection | undefined {
  const record = useOpenRecord();
  const subscribe = useCallback((listener: () => void) => record.subscribe(listener), [record]);
  return useSyncExternalStore(subscribe, () => record.section(name));
}

/** A section with its view and questions, kept up to date; undefined where there is none for this reader. */
export function useSection<Schema extends SectionSchema>(schema: Schema): ShownSection<Schema> | undefined {
  const record = useOpenRecord();
  const subscribeRecord = useCallback((listener: () => void) => record.subscribe(listener), [record]);
  const section = useSyncExternalStore(subscribeRecord, () => record.section(schema));
  const subscribe = useCallback((listener: () => void) => section?.subscribe(listener) ?? nothing, [section]);
  const view = useSyncExternalStore(subscribe, () => section?.current.view());
  const questions = useSyncExternalStore(subscribe, () => section?.current.questions());
  if (section === undefined || view === undefined || questions === undefined) return undefined;
  const mayWrite = section.writing().type === 'may-write';
  const { acts } = section;
  return {
    section,
    view,
    questions,
    canWrite: mayWrite && acts.write,
    canAppend: mayWrite && (acts.append || acts.write),
  };
}
