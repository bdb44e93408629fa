import { chronologyShared, significances } from '@caseweave/family';
import { useOpenRecord, useShownSection } from '@caseweave/react';
import { AddEntry } from '../fields/add-entry.tsx';
import { useSignedIn } from '../sign-in/use-signed-in.ts';
import { dateAsKnown } from './date-as-known.ts';

/** The events that matter, in order, from all agencies. */
export function ChronologyTab() {
  const chronology = useShownSection(useOpenRecord(), chronologyShared);
  const agency = useSignedIn()?.practitioner.agency ?? '';
  if (chronology === undefined) return null;
  const { events } = chronology.view;
  return (
    <>
      <h2 className="govuk-heading-m">Chronology</h2>
      <AddEntry
        of={chronologyShared}
        at="events"
        name="Add an event"
        submit="Add event"
        given={{ precision: 'day', sourceAgency: agency }}
        first={{ significance: 'notable' }}
      />
      {events.length === 0 && <p className="govuk-inset-text">No event is recorded yet.</p>}
      <ol className="app-timeline">
        {events.toReversed().map(({ id, occurredOn, precision, significance, text, sourceAgency }) => (
          <li key={id} className={`app-timeline__event${significance === 'key' ? ' app-timeline__event--key' : ''}`}>
            <h3 className="app-timeline__when">{dateAsKnown(occurredOn, precision)}</h3>
            <p className="app-timeline__what">{text}</p>
            <p className="app-quiet">
              {significance === null ? '' : `${significances.labelOf(significance)}. `}
              {sourceAgency === null ? '' : `Source: ${sourceAgency}`}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
