import type { FamilyFacts } from '../families/family-facts.ts';
import { ChoiceForm } from './choice-form.tsx';
import { useKnownHere } from './known-here-context.tsx';

/** Allocates a family to a hub, for those who decide about that: an item of the list in a family's head. */
export function Allocate({ record, facts }: { readonly record: string; readonly facts: FamilyFacts }) {
  const { hubs } = useKnownHere();
  return (
    <ChoiceForm
      record={record}
      name="Allocate to a hub"
      opener={facts.hubId === null ? 'Allocate to a hub' : 'Allocate to another hub'}
      className="app-link-button"
      label="Hub"
      choices={hubs.filter(({ id }) => id !== facts.hubId).map(({ id, name }) => ({ value: id, words: name }))}
      submit="Allocate"
      command={(hub) => ({ type: 'allocate', record, hub })}
    />
  );
}
