import type { ShownField } from '@caseweave/react';
import { useEffect } from 'react';
import { useHere } from './use-here.ts';

/** Tells others while one has a field open, and gives the names of those who have it open too. */
export function useOpenField({ section, entity, path }: ShownField, isOpen: boolean): readonly string[] {
  const awareness = section.presence;
  const key = `${section.name}/${entity}/${path}`;
  useEffect(() => {
    if (!isOpen) return undefined;
    awareness.setLocalStateField('field', key);
    return () => awareness.setLocalStateField('field', null);
  }, [awareness, isOpen, key]);
  return useHere(section).flatMap(({ field, name }) => (field === key ? [name] : []));
}
