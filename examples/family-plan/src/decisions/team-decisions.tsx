import type { FamilyFacts } from '../families/family-facts.ts';
import { ChoiceForm } from './choice-form.tsx';
import { useKnownHere } from './known-here-context.tsx';
import { useJudge } from './use-judge.ts';
import { useCommand } from './use-command.ts';

interface TeamDecisionsProps {
  readonly record: string;
  readonly facts: FamilyFacts;
}

/** Puts somebody into the team around a family, for those who decide about it. */
export function AddToTeam({ record, facts }: TeamDecisionsProps) {
  return (
    <ChoiceForm
      name="Add somebody to the team"
      opener={
        <>
          <span aria-hidden="true">+ </span>Add somebody to the team
        </>
      }
      className="app-add"
      record={record}
      label="Who"
      choices={useKnownColleagues(facts)}
      submit="Add to the team"
      command={(principal) => ({ type: 'join-team', record, principal, until: null })}
    />
  );
}

interface LeaveTeamProps {
  readonly record: string;
  readonly member: string;
  readonly name: string;
}

/** Takes a member out of the team, or oneself. */
export function LeaveTeam({ record, member, name }: LeaveTeamProps) {
  const { me } = useKnownHere();
  const { problem, give } = useCommand();
  const command = { type: 'leave-team', record, principal: member } as const;
  if (useJudge(record)(command) !== null) return null;
  const isMe = me?.who.id === member;
  return (
    <>
      <button type="button" className="app-quiet-button" onClick={() => void give(command)}>
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
