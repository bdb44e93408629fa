import type { OpenSection } from '@caseweave/caseload';
import { useCallback, useSyncExternalStore } from 'react';
import type { FieldPlace } from './field-place.ts';
import { useAnySection } from './use-section.ts';

const nothing = () => undefined;

/** How the last question about a field was settled, since the record was opened; undefined if none was. */
export function useSettledAt({
  section: name,
  entity,
  path,
}: FieldPlace): ReturnType<OpenSection['settled']>[number] | undefined {
  const section = useAnySection(name);
  const subscribe = useCallback((listener: () => void) => section?.subscribe(listener) ?? nothing, [section]);
  return useSyncExternalStore(subscribe, () =>
    section?.settled().findLast(({ question }) => question.entity === entity && question.path === path),
  );
}
