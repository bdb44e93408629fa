import { useState } from 'react';
import type { FamilyFacts } from '../families/family-facts.ts';
import { ChoiceForm } from './choice-form.tsx';
import { useKnownHere } from './known-here-context.tsx';
import { mayDecideHere } from './may-decide-here.ts';

/** Allocates a family to a hub, for those who decide about that: an item of the list in a family's head. */
export function Allocate({ record, facts }: { readonly record: string; readonly facts: FamilyFacts }) {
  const { me, hubs } = useKnownHere();
  const [isOpen, setOpen] = useState(false);
  if (!mayDecideHere(me, facts).hub) return null;
  if (!isOpen) {
    return (
      <li>
        <button type="button" className="app-link-button" onClick={() => setOpen(true)}>
          {facts.hubId === null ? 'Allocate to a hub' : 'Allocate to another hub'}
        </button>
      </li>
    );
  }
  const choices = hubs.filter(({ id }) => id !== facts.hubId).map(({ id, name }) => ({ value: id, words: name }));
  return (
    <li>
      <ChoiceForm
        name="Allocate to a hub"
        label="Hub"
        choices={choices}
        submit="Allocate"
        command={(hub) => ({ type: 'allocate', record, hub })}
        onClose={() => setOpen(false)}
      />
    </li>
  );
}
