import { significances, type chronologyShared } from '@caseweave/family';
import { LogEntryForm } from '../forms/log-entry-form.tsx';
import { problemOf } from '../forms/problem-words.ts';
import type { ShownSection } from '../open-record/use-section.ts';
import { choicesOf, codeOf } from '../forms/choices.ts';

interface AddEventProps {
  readonly chronology: ShownSection<typeof chronologyShared>;
  readonly agency: string;
}

/** Adds an event. It is written once; a correction is another entry. */
export function AddEvent({ chronology, agency }: AddEventProps) {
  return (
    <LogEntryForm
      name="Add an event"
      what="What happened"
      submit="Add event"
      kindLabel="Significance"
      kinds={choicesOf(significances)}
      firstKind="notable"
      onAdd={({ occurredOn, kind, text }) =>
        problemOf(
          chronology.section.edit((draft) =>
            draft.events.append({
              occurredOn,
              precision: 'day',
              significance: codeOf(significances, kind) ?? 'notable',
              text,
              sourceAgency: agency,
              about: [],
            }),
          ),
        )
      }
    />
  );
}
