import { earlyHelp, noteKinds, notes, type NotesSection } from '@caseweave/family';
import { useOpenRecord, useSections, useShownSection, type ShownSection } from '@caseweave/react';
import type { FamilyFacts } from '../families/family-facts.ts';
import { AddEntry } from '../fields/add-entry.tsx';
import { dayInWords } from '../words/dates.ts';

/** Notes of one's own agency, and of others only where one may read them. */
export function NotesTab({ facts: { team } }: { readonly facts: FamilyFacts }) {
  const agencies = useSections(useOpenRecord()).flatMap(({ name, held }) => {
    const section = held ? earlyHelp.section(name) : undefined;
    return section?.row === 'notes.*' && section.parameter !== null ? [section.parameter] : [];
  });
  return (
    <>
      <h2 className="govuk-heading-m">Notes</h2>
      {agencies.map((id) => (
        <AgencyNotes
          key={id}
          agency={id}
          name={team.find(({ agency }) => agency === id)?.agencyName ?? 'Another agency'}
        />
      ))}
    </>
  );
}

function AgencyNotes({ agency, name }: { readonly agency: string; readonly name: string }) {
  const section = notes(agency);
  const shown = useShownSection(useOpenRecord(), section);
  if (shown === undefined) return null;
  return (
    <section aria-label={`Notes of ${name}`}>
      <h3 className="govuk-heading-s">{name}</h3>
      <p className="app-quiet app-audience">
        Only people of this agency who work with the family read these, and the council’s manager its own.
      </p>
      <AddEntry of={section} at="notes" name="Add a note" submit="Add note" />
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
