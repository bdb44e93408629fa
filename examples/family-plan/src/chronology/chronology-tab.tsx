import { significances, type chronologyShared } from '@caseweave/family';
import type { ShownSection } from '../open-record/use-section.ts';
import { AddEvent } from './add-event.tsx';
import { dateAsKnown } from './date-as-known.ts';

interface ChronologyTabProps {
  readonly chronology: ShownSection<typeof chronologyShared>;
  /** The agency of the person who reads, as the source of what they add. */
  readonly agency: string;
}

/** The events that matter, in order, from all agencies. */
export function ChronologyTab({ chronology, agency }: ChronologyTabProps) {
  const { events } = chronology.view;
  return (
    <>
      <h2 className="govuk-heading-m">Chronology</h2>
      {chronology.canAppend && <AddEvent chronology={chronology} agency={agency} />}
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
