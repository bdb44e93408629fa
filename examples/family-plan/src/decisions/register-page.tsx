import { earlyHelp, personIdentity, planShared } from '@caseweave/family';
import { newCommand } from '@caseweave/model';
import { useCaseload, useDecide } from '@caseweave/react';
import { useState, type FormEvent } from 'react';
import { LabelledSelect } from '../forms/labelled-select.tsx';
import { useTitle } from '../page/use-title.ts';
import { useHoldsTyping } from '../offline/unsaved-typing.ts';
import { navigate } from '../routing/use-route.ts';
import { knownAround } from './known-here.ts';
import { useKnownHere } from './known-here-context.tsx';
import { NewPersonFields, noPerson, type TypedPerson } from './new-person-fields.tsx';
import { randomId } from './random-id.ts';
import { writeOnceOpen } from './write-once-open.ts';

/** Registers a family with its people. It works offline: the family can be written in at once, and is confirmed later. */
export function RegisterPage() {
  useTitle('Register a family');
  const caseload = useCaseload();
  const decide = useDecide();
  const known = useKnownHere();
  const { me, hubs } = known;
  const [familyName, setFamilyName] = useState('');
  const [hub, setHub] = useState<string | null>(null);
  const [people, setPeople] = useState<readonly TypedPerson[]>([noPerson('adult'), noPerson('child')]);
  const [problem, setProblem] = useState<string | null>(null);
  useHoldsTyping(familyName !== '' || people.some(({ givenName }) => givenName !== ''));

  if (me === null) {
    return (
      <>
        <h1 className="govuk-heading-l app-page-heading">Register a family</h1>
        <p className="govuk-inset-text">
          This device has to reach the server once before a family can be registered on it.
        </p>
      </>
    );
  }
  const chosenHub = hub ?? me.who.hub ?? '';
  const register = async (event: FormEvent) => {
    event.preventDefault();
    const typed = people.filter(({ givenName }) => givenName.trim() !== '');
    if (familyName.trim() === '' || typed.length === 0) {
      setProblem('Give the family’s name, and the given name of at least one person.');
      return;
    }
    const [record, household] = [randomId(), randomId()];
    const persons = typed.map(({ role }) => ({ person: randomId(), role, household, isNew: true }));
    const form = { hub: chosenHub === '' ? null : chosenHub, lead: me.who.id, persons };
    const command = { type: 'register-family', record, form } as const;
    const outcome = await decide(newCommand(earlyHelp, me, command, undefined, knownAround(known), randomId));
    if (outcome.type === 'refused') {
      setProblem(outcome.refusals.map(({ words }) => words).join(' '));
      return;
    }
    await writeOnceOpen(caseload, record, planShared, (draft) => {
      draft.familyName = familyName.trim();
    });
    for (const [place, { person }] of persons.entries()) {
      const { givenName, dateOfBirth } = typed[place] ?? noPerson('adult');
      await writeOnceOpen(caseload, person, personIdentity, (draft) => {
        draft.givenName = givenName.trim();
        draft.familyName = familyName.trim();
        if (dateOfBirth !== '') draft.dateOfBirth = dateOfBirth;
      });
    }
    navigate({ page: 'family', record, tab: 'plan' });
  };
  const change = (place: number, next: TypedPerson) =>
    setPeople(people.map((person, index) => (index === place ? next : person)));
  return (
    <>
      <h1 className="govuk-heading-l app-page-heading">Register a family</h1>
      <p className="govuk-body">You will be the lead practitioner. Who else works with them is added afterwards.</p>
      <form className="app-register" onSubmit={(event) => void register(event)} aria-label="Register a family">
        {problem !== null && (
          <p className="govuk-error-message" role="alert">
            {problem}
          </p>
        )}
        <div className="app-form-grid">
          <div>
            <label className="govuk-label" htmlFor="family-name">
              Family name
            </label>
            <input
              className="govuk-input"
              id="family-name"
              autoComplete="off"
              value={familyName}
              onChange={(event) => setFamilyName(event.target.value)}
            />
          </div>
          <LabelledSelect
            label="Hub"
            value={chosenHub}
            choices={[{ value: '', words: 'No hub yet' }, ...hubs.map(({ id, name }) => ({ value: id, words: name }))]}
            onChange={setHub}
          />
        </div>
        <h2 className="govuk-heading-m">Who is in the family</h2>
        {people.map((person, place) => (
          // People are only ever added at the end, so a place stays with its person.
          <NewPersonFields key={place} place={place} person={person} onChange={(next) => change(place, next)} />
        ))}
        <button type="button" className="app-add" onClick={() => setPeople([...people, noPerson('child')])}>
          <span aria-hidden="true">+ </span>Another person
        </button>
        <p>
          <button type="submit" className="govuk-button">
            Register the family
          </button>
        </p>
      </form>
    </>
  );
}
