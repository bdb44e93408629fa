import { planPractice } from '@caseweave/family';
import { useOpenRecord, useShownSection } from '@caseweave/react';
import { Field } from '../fields/field.tsx';
import { AddRow } from '../forms/add-row.tsx';
import { Worry } from './worry.tsx';

const texts = [
  {
    at: 'analysis',
    heading: 'Analysis',
    hint: 'What is going on for this family, why, and what that means for each child.',
  },
  { at: 'whatIf', heading: 'If things get worse', hint: 'What would tell us, and what we would do.' },
] as const;

/** What practitioners think among themselves. The family does not read it; those who do are said at the top. */
export function PracticeTab() {
  const practice = useShownSection(useOpenRecord(), planPractice);
  if (practice === undefined) return null;
  const { section, view, canWrite } = practice;
  return (
    <>
      <h2 className="govuk-heading-m">Practice thinking</h2>
      <p className="app-quiet app-audience">
        For the lead, the council’s early help, health, managers and the social worker of an open case. The family and
        other agencies do not see this, nor that it is there.
      </p>
      {texts.map(({ at, heading, hint }) => (
        <section className="app-panel" key={at} aria-label={heading}>
          <h3 className="govuk-heading-s">{heading}</h3>
          <Field of={planPractice} at={at} hint={hint} />
        </section>
      ))}
      <h3 className="govuk-heading-m">Worries</h3>
      {view.worries.length === 0 && <p className="govuk-inset-text">No worry is recorded yet.</p>}
      {view.worries.map((worry) => (
        <Worry key={worry.id} id={worry.id} text={worry.text} />
      ))}
      {canWrite && (
        <AddRow
          words="Add a worry"
          label="What we are worried about"
          onAdd={(text) => section.edit((draft) => draft.worries.add({ text }))}
        />
      )}
    </>
  );
}
