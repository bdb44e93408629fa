import { noteKinds, notes, type NotesSection } from '@caseweave/family';
import { useSection, type ShownSection } from '../open-record/use-section.ts';
import { dayInWords } from '../words/dates.ts';
import { AddNote } from './add-note.tsx';

interface NotesTabProps {
  /** The agencies whose notes this reader may read, each with its name where that is known. */
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
}

/** Notes of one's own agency, and of others only where one may read them. */
export function NotesTab({ agencies }: NotesTabProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Notes</h2>
      {agencies.map(({ id, name }) => (
        <AgencyNotes key={id} agency={id} name={name} />
      ))}
    </>
  );
}

function AgencyNotes({ agency, name }: { readonly agency: string; readonly name: string }) {
  const shown = useSection(notes(agency));
  if (shown === undefined) return null;
  return (
    <section aria-label={`Notes of ${name}`}>
      <h3 className="govuk-heading-s">{name}</h3>
      <p className="app-quiet app-audience">
        Only people of this agency who work with the family read these, and the council’s manager its own.
      </p>
      {shown.canAppend && <AddNote shown={shown} />}
      <NoteList shown={shown} />
    </section>
  );
}

function NoteList({ shown }: { readonly shown: ShownSection<NotesSection> }) {
  const list = shown.view.notes;
  if (list.length === 0) return <p className="govuk-inset-text">No note is written yet.</p>;
  return (
    <ol className="app-timeline">
      {list.toReversed().map(({ id, occurredOn, kind, text }) => (
        <li key={id} className="app-timeline__event">
          <h4 className="app-timeline__when">{occurredOn === null ? 'No date' : dayInWords(occurredOn)}</h4>
          <p className="app-timeline__what">{text}</p>
          {kind !== null && <p className="app-quiet">{noteKinds.labelOf(kind)}</p>}
        </li>
      ))}
    </ol>
  );
}
