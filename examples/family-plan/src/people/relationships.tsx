import { relationshipKinds, responsibilities, type PlanSharedView } from '@caseweave/family';
import { useId, useState, type FormEvent } from 'react';
import { LabelledSelect } from '../forms/labelled-select.tsx';
import { problemOf } from '../forms/problem-words.ts';
import { ReferenceValue } from '../fields/value-fields.tsx';
import { choicesOf, codeOf } from '../forms/choices.ts';
import { planPlace } from '../plan/collections.ts';
import type { Plan } from '../plan/plan.ts';
import { CodeField } from '../plan/row-field.tsx';
import { RowMark } from '../plan/row-mark.tsx';
import { StrikePlanRow } from '../plan/strike-plan-row.tsx';
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
          <RelationshipRow key={relationship.id} plan={plan} relationship={relationship} />
        ))}
      </ul>
      {plan.canWrite && <AddRelationship plan={plan} />}
    </>
  );
}

function RelationshipRow({ plan, relationship }: { readonly plan: Plan; readonly relationship: Relationship }) {
  const known = usePeople();
  const { id, from, to, kind, parentalResponsibility } = relationship;
  const who = (person: string | null) => (person === null ? 'somebody' : nameIn(known, person));
  const name = `${who(from)} and ${who(to)}`;
  const common = { plan, collection: 'relationships', entity: id } as const;
  return (
    <li className="app-relationship">
      <ReferenceValue
        shown={plan}
        place={planPlace('relationships', id, 'from')}
        label={`person, ${name}`}
        value={from}
        blank="Say who"
        choices={known.people}
        write={(draft, value) => {
          draft.relationships.byId(id).from = value;
        }}
      />
      <CodeField
        {...common}
        field="kind"
        label={`relationship, ${name}`}
        value={kind}
        blank="is related to"
        list={relationshipKinds}
        write={(draft, value) => {
          draft.relationships.byId(id).kind = value;
        }}
      />
      <ReferenceValue
        shown={plan}
        place={planPlace('relationships', id, 'to')}
        label={`other person, ${name}`}
        value={to}
        blank="Say to whom"
        choices={known.people}
        write={(draft, value) => {
          draft.relationships.byId(id).to = value;
        }}
      />
      <CodeField
        {...common}
        field="parentalResponsibility"
        label={`parental responsibility, ${name}`}
        value={parentalResponsibility}
        blank="Add parental responsibility"
        list={responsibilities}
        write={(draft, value) => {
          draft.relationships.byId(id).parentalResponsibility = value;
        }}
      />
      <RowMark collection="relationships" entity={id} />
      <StrikePlanRow plan={plan} collection="relationships" entity={id} name={`the relationship of ${name}`} />
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
    const code = codeOf(relationshipKinds, kind);
    const wrong = problemOf(
      plan.section.edit((draft) => draft.relationships.add({ from, to, ...(code !== null && { kind: code }) })),
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
