import { LabelledSelect } from '../forms/labelled-select.tsx';

/** A person as they are typed in. */
export interface TypedPerson {
  readonly givenName: string;
  readonly role: 'adult' | 'child';
  readonly dateOfBirth: string;
}

/** Somebody of whom nothing is typed yet. */
export const noPerson = (role: TypedPerson['role']): TypedPerson => ({ givenName: '', role, dateOfBirth: '' });

const roles = [
  { value: 'adult', words: 'Adult' },
  { value: 'child', words: 'Child' },
];

interface NewPersonFieldsProps {
  readonly place: number;
  readonly person: TypedPerson;
  readonly onChange: (person: TypedPerson) => void;
}

/** The fields of one person of a family that is being registered. */
export function NewPersonFields({ place, person, onChange }: NewPersonFieldsProps) {
  const id = `new-person-${place}`;
  return (
    <fieldset className="app-form-grid app-fieldset">
      <legend className="govuk-visually-hidden">Person {place + 1}</legend>
      <div>
        <label className="govuk-label" htmlFor={`${id}-name`}>
          Given name
        </label>
        <input
          className="govuk-input"
          id={`${id}-name`}
          autoComplete="off"
          value={person.givenName}
          onChange={(event) => onChange({ ...person, givenName: event.target.value })}
        />
      </div>
      <LabelledSelect
        label="Adult or child"
        value={person.role}
        choices={roles}
        onChange={(role) => onChange({ ...person, role: role === 'child' ? 'child' : 'adult' })}
      />
      <div>
        <label className="govuk-label" htmlFor={`${id}-born`}>
          Date of birth, if known
        </label>
        <input
          className="govuk-input"
          id={`${id}-born`}
          type="date"
          value={person.dateOfBirth}
          onChange={(event) => onChange({ ...person, dateOfBirth: event.target.value })}
        />
      </div>
    </fieldset>
  );
}
