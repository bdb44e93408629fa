import { personIdentity } from '@caseweave/family';
import { OpenRecordProvider, useRecord, useRecords } from '@caseweave/react';
import { useState } from 'react';
import type { PersonSummary } from '../families/family-summary.ts';
import { OtherSections } from '../sections/other-sections.tsx';
import { SectionFields } from '../sections/section-fields.tsx';
import { ageInYears, dayInWords } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';

// A number that the national service found is not typed.
const untyped = ['nhsNumberTraced'];
const isIdentity = (section: string): boolean => section === personIdentity.name;

const roleWords: Readonly<Record<string, string>> = { child: 'Child', adult: 'Adult' };

/** Somebody of the family; what this reader may know of them opens on request. */
export function PersonCard({ person: { person, name, role, dateOfBirth } }: { readonly person: PersonSummary }) {
  const now = useNow();
  const stored = useRecords().find(({ record }) => record === person);
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={`app-card${isOpen ? ' app-card--wide' : ''}`}>
      <h3 className="app-card__name">{name}</h3>
      <p>
        {roleWords[role] ?? role}
        {dateOfBirth === null ? '' : `, ${ageInYears(dateOfBirth, now)} years old`}
      </p>
      {dateOfBirth !== null && <p className="app-quiet">Born {dayInWords(dateOfBirth)}</p>}
      {stored !== undefined && (
        <>
          <button type="button" className="app-link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Close' : 'Open'} details<span className="govuk-visually-hidden"> of {name}</span>
          </button>
          {isOpen && <OpenPerson record={stored.record} name={name} />}
        </>
      )}
    </li>
  );
}

function OpenPerson({ record, name }: { readonly record: Parameters<typeof useRecord>[0]; readonly name: string }) {
  const open = useRecord(record);
  if (open === undefined) return <p role="status">Opening…</p>;
  return (
    <OpenRecordProvider record={open}>
      <SectionFields of={personIdentity} name={name} but={untyped} />
      <OtherSections but={isIdentity} />
    </OpenRecordProvider>
  );
}
