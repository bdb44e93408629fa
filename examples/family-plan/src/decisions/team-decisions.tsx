import { useState, type FormEvent } from 'react';
import type { FamilyFacts } from '../caseload/family-facts.ts';
import { LabelledSelect } from '../fields/labelled-select.tsx';
import { useKnownHere } from './known-here-context.tsx';
import { mayDecideHere } from './may-decide-here.ts';
import { useCommand } from './use-command.ts';

interface TeamDecisionsProps {
  readonly record: string;
  readonly facts: FamilyFacts;
}

/** Puts somebody into the team around a family, for those who decide about it. */
export function AddToTeam({ record, facts }: TeamDecisionsProps) {
  const { me } = useKnownHere();
  const { problem, give } = useCommand();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState('');
  const choices = useKnownColleagues(facts);
  if (!mayDecideHere(me, facts).team) return null;
  if (!isOpen) {
    return (
      <button type="button" className="app-add" onClick={() => setOpen(true)}>
        <span aria-hidden="true">+ </span>Add somebody to the team
      </button>
    );
  }
  const join = async (event: FormEvent) => {
    event.preventDefault();
    if (chosen !== '' && (await give({ type: 'join-team', record, principal: chosen, until: null }))) {
      setOpen(false);
      setChosen('');
    }
  };
  return (
    <form className="app-form-grid" onSubmit={(event) => void join(event)} aria-label="Add somebody to the team">
      {problem !== null && (
        <p className="govuk-error-message app-form-grid__wide" role="alert">
          {problem}
        </p>
      )}
      <LabelledSelect
        label="Who"
        value={chosen}
        choices={[{ value: '', words: 'Choose' }, ...choices]}
        onChange={setChosen}
      />
      <div className="app-button-row app-form-grid__wide">
        <button type="submit" className="govuk-button app-small-button">
          Add to the team
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
  );
}

/** Takes a member out of the team, or oneself. */
export function LeaveTeam({
  record,
  facts,
  member,
  name,
}: TeamDecisionsProps & { readonly member: string; readonly name: string }) {
  const { me } = useKnownHere();
  const { problem, give } = useCommand();
  const may = mayDecideHere(me, facts);
  const isMe = me?.principal.id === member;
  if (member === facts.lead || !(isMe ? may.leave : may.team)) return null;
  return (
    <>
      <button
        type="button"
        className="app-quiet-button"
        onClick={() => void give({ type: 'leave-team', record, principal: member })}
      >
        {isMe ? 'Leave the team' : 'Take out of the team'}
        <span className="govuk-visually-hidden">: {name}</span>
      </button>
      {problem !== null && (
        <p className="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

/** Whom one works with anywhere, and who is not in this team yet. */
function useKnownColleagues({ team }: FamilyFacts) {
  const { colleagues } = useKnownHere();
  return colleagues
    .filter(({ id }) => !team.some((member) => member.id === id))
    .map(({ id, name, agencyName }) => ({ value: id, words: agencyName === '' ? name : `${name}, ${agencyName}` }));
}
