import { planShared, relationshipKinds, type PlanSharedView } from '@caseweave/family';
import { refusalWords } from '@caseweave/react';
import { useId, useState, type FormEvent } from 'react';
import { LabelledSelect } from '../forms/labelled-select.tsx';
import { Field } from '../fields/field.tsx';
import { RowMark } from '../fields/row-mark.tsx';
import { StrikeRow } from '../fields/strike-row.tsx';
import { choicesOf } from '../forms/choices.ts';
import type { Plan } from '../plan/plan.ts';
import { nameIn, usePeople } from '../families/people-context.tsx';

type Relationship = PlanSharedView['relationships'][number];

/** How the people of the family belong together, edited in place. */
export function Relationships({ plan }: { readonly plan: Plan }) {
  const { relationships } = plan.view;
  if (relationships.length === 0 && !plan.canWrite) return null;
  return (
    <>
      <h2 className="govuk-heading-m">How they are related</h2>
      <ul className="app-relationships">
        {relationships.map((relationship) => (
          <RelationshipRow key={relationship.id} relationship={relationship} />
        ))}
      </ul>
      {plan.canWrite && <AddRelationship plan={plan} />}
    </>
  );
}

function RelationshipRow({ relationship: { id, from, to } }: { readonly relationship: Relationship }) {
  const known = usePeople();
  const who = (person: string | null) => (person === null ? 'somebody' : nameIn(known, person));
  const name = `${who(from)} and ${who(to)}`;
  return (
    <li className="app-relationship">
      <Field of={planShared} at="relationships.from" row={id} name={name} blank="Say who" />
      <Field of={planShared} at="relationships.kind" row={id} name={name} blank="is related to" />
      <Field of={planShared} at="relationships.to" row={id} name={name} blank="Say to whom" />
      <Field
        of={planShared}
        at="relationships.parentalResponsibility"
        row={id}
        name={name}
        blank="Add parental responsibility"
      />
      <RowMark of={planShared} rows="relationships" row={id} />
      <StrikeRow of={planShared} rows="relationships" row={id} name={`the relationship of ${name}`} />
    </li>
  );
}

function AddRelationship({ plan }: { readonly plan: Plan }) {
  const { people } = usePeople();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [from, setFrom] = useState(people[0]?.value ?? '');
  const [kind, setKind] = useState<string>('parent');
  const [to, setTo] = useState(people[1]?.value ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  if (!isOpen) {
    return (
      <button type="button" className="app-add" onClick={() => setOpen(true)}>
        <span aria-hidden="true">+ </span>Add a relationship
      </button>
    );
  }
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (from === to) {
      setProblem('Choose two different people.');
      return;
    }
    const code = relationshipKinds.codes.find((one) => one === kind);
    const wrong = refusalWords(
      plan.section.edit((draft) => draft.relationships.add({ from, to, ...(code !== undefined && { kind: code }) })),
    );
    setProblem(wrong);
    if (wrong === null) setOpen(false);
  };
  return (
    <form className="app-form-grid" onSubmit={add} aria-label="Add a relationship">
      {problem !== null && (
        <p className="govuk-error-message app-form-grid__wide" role="alert" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <LabelledSelect label="Person" value={from} choices={people} onChange={setFrom} />
      <LabelledSelect label="is" value={kind} choices={choicesOf(relationshipKinds)} onChange={setKind} />
      <LabelledSelect label="Other person" value={to} choices={people} onChange={setTo} />
      <div className="app-button-row app-form-grid__wide">
        <button type="submit" className="govuk-button app-small-button">
          Add relationship
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
