import type { ChangeNote, EditOutcome, Refusal } from '../outcomes.ts';
import { promiseFault } from './at-once.ts';
import { changeNotes } from './change-notes.ts';
import { checkReferences } from './check-references.ts';
import { commit } from './commit.ts';
import type { Editor } from './editor.ts';
import { isNothing, planWrites } from './plan-writes.ts';
import type { Script } from './script.ts';
import { writtenValues } from './written-values.ts';

/** What an edit may say beside its change. */
interface Saying {
  readonly basis?: object;
  readonly reason?: string;
}

/** Edits one section: collects the change, checks all of it, and writes it or nothing. */
export function editOne<Result>(
  editor: Editor,
  change: (script: Script) => Result,
  { basis, reason }: Saying,
): EditOutcome<Result> {
  const script = editor.open(basis, reason);
  if ('rule' in script) return refused([script]);
  let result: Result;
  try {
    result = change(script);
  } finally {
    script.close();
  }
  const late = promiseFault(result);
  if (late !== undefined) return refused([late]);
  checkReferences([script]);
  if (script.refusals.length > 0) return refused(script.refusals);
  const writes = planWrites(script, editor.meta(reason));
  if (isNothing(writes)) return { type: 'unchanged', result };
  commit([{ editor, writes }]);
  let notes: readonly ChangeNote[] | undefined;
  // Most callers do not ask.
  return {
    type: 'edited',
    result,
    get changes() {
      return (notes ??= changeNotes(script));
    },
    get written() {
      return writtenValues(script);
    },
  };
}

const refused = (refusals: readonly Refusal[]): EditOutcome<never> => ({ type: 'refused', refusals });
