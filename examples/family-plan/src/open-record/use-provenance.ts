import type { Provenance, Question } from '@caseweave/record';
import type { FieldPlace } from './field-place.ts';
import { useAnySection } from './use-section.ts';

/** Who wrote the current values of a field, and when. */
export function useProvenance({ section: name, entity, path }: FieldPlace): readonly Provenance[] {
  return useAnySection(name)?.current.provenance(entity, path) ?? [];
}

/** The claims that a question is about, with what the question does not say of them; none for a row that was struck. */
export function useClaimsOf({ section: name, entity, path, kind }: Question): readonly Provenance[] {
  const section = useAnySection(name);
  return kind === 'struck' ? [] : (section?.current.provenance(entity, path) ?? []);
}
