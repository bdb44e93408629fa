import { useEffect } from 'react';
import { placeKey, type FieldPlace } from '../open-record/field-place.ts';
import { useAnySection } from '../open-record/use-section.ts';
import { useHere } from './use-here.ts';

/** Tells others while one has a field open, and gives the names of those who have it open too. */
export function useOpenField(place: FieldPlace, isOpen: boolean): readonly string[] {
  const awareness = useAnySection(place.section)?.presence;
  const key = placeKey(place);
  useEffect(() => {
    if (!isOpen || awareness === undefined) return undefined;
    awareness.setLocalStateField('field', key);
    return () => awareness.setLocalStateField('field', null);
  }, [awareness, isOpen, key]);
  return useHere(place.section).flatMap(({ field, name }) => (field === key ? [name] : []));
}
