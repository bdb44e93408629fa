import type { familyWords } from '@caseweave/family';
import { LogEntryForm } from '../forms/log-entry-form.tsx';
import { problemOf } from '../forms/problem-words.ts';
import type { ShownSection } from '../open-record/use-section.ts';
import { usePeople } from '../families/people-context.tsx';

/** Says what the family would like: written once, by them alone. */
export function AddProposal({ words }: { readonly words: ShownSection<typeof familyWords> }) {
  const { people } = usePeople();
  return (
    <LogEntryForm
      name="Say what you would like"
      what="What we would like"
      submit="Add"
      kindLabel="Who says it"
      kinds={people}
      onAdd={({ occurredOn, kind: by, text }) =>
        problemOf(words.section.edit((draft) => draft.proposals.append({ occurredOn, by, text, about: [] })))
      }
    />
  );
}
