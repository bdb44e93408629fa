import type { Question } from '@caseweave/record';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { FieldPlace } from './field-place.ts';
import { useAnySection } from './use-section.ts';

const nothing = () => undefined;
const none: readonly Question[] = [];

/** The open questions about one field. */
export function useFieldQuestions({ section: name, entity, path }: FieldPlace): readonly Question[] {
  const section = useAnySection(name);
  const subscribe = useCallback((listener: () => void) => section?.subscribe(listener) ?? nothing, [section]);
  const all = useSyncExternalStore(subscribe, () => section?.current.questions()) ?? none;
  return useMemo(
    () => all.filter((question) => question.entity === entity && question.path === path),
    [all, entity, path],
  );
}
