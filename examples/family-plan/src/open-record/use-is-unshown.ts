import { useCallback, useSyncExternalStore } from 'react';
import type { FieldPlace } from './field-place.ts';
import { useAnySection } from './use-section.ts';

const nothing = () => undefined;

/** Whether a later version of the app wrote something in a field that this one cannot show. */
export function useIsUnshown({ section: name, entity, path }: FieldPlace): boolean {
  const section = useAnySection(name);
  const subscribe = useCallback((listener: () => void) => section?.subscribe(listener) ?? nothing, [section]);
  return useSyncExternalStore(subscribe, () => section?.current.isUnshown(entity, path) ?? false);
}
