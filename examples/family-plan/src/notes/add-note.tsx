import { noteKinds, type NotesSection } from '@caseweave/family';
import { LogEntryForm } from '../forms/log-entry-form.tsx';
import { problemOf } from '../forms/problem-words.ts';
import type { ShownSection } from '../open-record/use-section.ts';
import { choicesOf, codeOf } from '../forms/choices.ts';

/** Adds a note. It is written once, by its author, and never changed. */
export function AddNote({ shown }: { readonly shown: ShownSection<NotesSection> }) {
  return (
    <LogEntryForm
      name="Add a note"
      what="Note"
      submit="Add note"
      kindLabel="How"
      kinds={choicesOf(noteKinds)}
      onAdd={({ occurredOn, text, kind }) => {
        const code = codeOf(noteKinds, kind);
        if (code === null) return 'Say how you know.';
        return problemOf(
          shown.section.edit((draft) => draft.notes.append({ occurredOn, kind: code, text, about: [] })),
        );
      }}
    />
  );
}
