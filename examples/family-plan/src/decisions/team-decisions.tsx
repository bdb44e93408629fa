import { useState } from 'react';
import type { FamilyFacts } from '../families/family-facts.ts';
import { ChoiceForm } from './choice-form.tsx';
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
  const [isOpen, setOpen] = useState(false);
  const choices = useKnownColleagues(facts);
  if (!mayDecideHere(me, facts).team) return null;
  if (!isOpen) {
    return (
      <button type="button" className="app-add" onClick={() => setOpen(true)}>
        <span aria-hidden="true">+ </span>Add somebody to the team
      </button>
    );
  }
  return (
    <ChoiceForm
      name="Add somebody to the team"
      label="Who"
      choices={choices}
      submit="Add to the team"
      command={(principal) => ({ type: 'join-team', record, principal, until: null })}
      onClose={() => setOpen(false)}
    />
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
  const isMe = me?.who.id === member;
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
