import { useState } from 'react';
import type { FamilyFacts } from '../caseload/family-facts.ts';
import { LabelledSelect } from '../fields/labelled-select.tsx';
import { useKnownHere } from './known-here-context.tsx';
import { mayDecideHere } from './may-decide-here.ts';
import { useCommand } from './use-command.ts';

/** Allocates a family to a hub, for those who decide about that: an item of the list in a family's head. */
export function Allocate({ record, facts }: { readonly record: string; readonly facts: FamilyFacts }) {
  const { me, hubs } = useKnownHere();
  const { problem, give } = useCommand();
  const [isOpen, setOpen] = useState(false);
  const [hub, setHub] = useState('');
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
      <form
        className="app-form-grid"
        aria-label="Allocate to a hub"
        onSubmit={(event) => {
          event.preventDefault();
          if (hub !== '') void give({ type: 'allocate', record, hub }).then((given) => setOpen(!given));
        }}
      >
        {problem !== null && (
          <p className="govuk-error-message app-form-grid__wide" role="alert">
            {problem}
          </p>
        )}
        <LabelledSelect
          label="Hub"
          value={hub}
          choices={[{ value: '', words: 'Choose' }, ...choices]}
          onChange={setHub}
        />
        <div className="app-button-row app-form-grid__wide">
          <button type="submit" className="govuk-button app-small-button">
            Allocate
          </button>
          <button
            type="button"
            className="govuk-button govuk-button--secondary app-small-button"
            onClick={() => setOpen(false)}
          >
            Cancel
          </button>
        </div>
      </form>
    </li>
  );
}
