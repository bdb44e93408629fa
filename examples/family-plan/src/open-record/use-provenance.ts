import type { Provenance } from '@caseweave/record';
import type { FieldPlace } from '../fields/field-place.ts';
import { useAnySection } from './use-section.ts';

/** Who wrote the current values of a field, and when. */
export function useProvenance({ section: name, entity, path }: FieldPlace): readonly Provenance[] {
  return useAnySection(name)?.current.provenance(entity, path) ?? [];
}
