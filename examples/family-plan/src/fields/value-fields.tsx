import type { Draft, SectionSchema, View } from '@caseweave/record';
import type { CodeList } from '@caseweave/family';
import type { ShownSection } from '../open-record/use-section.ts';
import { choicesOf, codeOf } from '../forms/choices.ts';
import { StatusTag } from './status-tag.tsx';
import { dayInShort } from '../words/dates.ts';
import { ChoiceEditor } from '../forms/choice-editor.tsx';
import { DayEditor } from '../forms/day-editor.tsx';
import type { FieldPlace } from '../open-record/field-place.ts';
import { InlineField } from './inline-field.tsx';
import { TextEditor } from '../forms/text-editor.tsx';

/** A field of any open section, edited in place. */
export interface ValueFieldProps<Schema extends SectionSchema, Value> {
  readonly shown: ShownSection<Schema>;
  readonly place: FieldPlace;
  readonly label: string;
  readonly value: Value | null;
  readonly blank: string;
  readonly write: (draft: Draft<Schema>, value: Value | null) => void;
}

const saver =
  <Schema extends SectionSchema>({ section }: ShownSection<Schema>, change: (draft: Draft<Schema>) => void) =>
  (basis: View<Schema>) =>
    section.edit(change, { basis });

/** Words, edited in place. */
export function WordsValue<Schema extends SectionSchema>(props: ValueFieldProps<Schema, string>) {
  const { shown, place, label, value, blank, write } = props;
  return (
    <InlineField
      place={place}
      label={label}
      value={value ?? ''}
      view={shown.view}
      shown={value}
      blank={blank}
      canWrite={shown.canWrite}
      onSave={(typed, basis) => saver(shown, (draft) => write(draft, typed.trim() === '' ? null : typed.trim()))(basis)}
      editor={(editor) => <TextEditor {...editor} />}
    />
  );
}

/** A date, edited in place. */
export function DayValue<Schema extends SectionSchema>(
  props: ValueFieldProps<Schema, string> & { readonly mark?: string | undefined },
) {
  const { shown, place, label, value, blank, write, mark } = props;
  return (
    <InlineField
      place={place}
      label={label}
      value={value ?? ''}
      view={shown.view}
      shown={value === null ? null : `${dayInShort(value)}${mark === undefined ? '' : ` (${mark})`}`}
      blank={blank}
      canWrite={shown.canWrite}
      onSave={(typed, basis) => saver(shown, (draft) => write(draft, typed === '' ? null : typed))(basis)}
      editor={(editor) => <DayEditor {...editor} />}
    />
  );
}

interface CodeValueProps<Schema extends SectionSchema, Code extends string | number> extends ValueFieldProps<
  Schema,
  Code
> {
  readonly list: CodeList<Code>;
  /** Shows the code as a coloured tag. */
  readonly isTag?: boolean;
  /** Whether the code may be taken away again. */
  readonly mayBlank?: boolean;
}

/** A code of a list, edited in place. */
export function CodeValue<Schema extends SectionSchema, Code extends string | number>(
  props: CodeValueProps<Schema, Code>,
) {
  const { shown, place, label, value, blank, write, list, isTag = false, mayBlank = true } = props;
  const words = value === null ? null : list.labelOf(value);
  return (
    <InlineField
      place={place}
      label={label}
      value={value === null ? '' : String(value)}
      view={shown.view}
      shown={isTag && value !== null && words !== null ? <StatusTag code={String(value)} words={words} /> : words}
      blank={blank}
      canWrite={shown.canWrite}
      onSave={(chosen, basis) => saver(shown, (draft) => write(draft, codeOf(list, chosen)))(basis)}
      editor={(editor) => (
        <ChoiceEditor {...editor} choices={choicesOf(list as CodeList<string>, mayBlank ? 'Not given' : undefined)} />
      )}
    />
  );
}

interface ReferenceValueProps<Schema extends SectionSchema> extends ValueFieldProps<Schema, string> {
  readonly choices: readonly { readonly value: string; readonly words: string }[];
}

/** One of some people or rows, edited in place. */
export function ReferenceValue<Schema extends SectionSchema>(props: ReferenceValueProps<Schema>) {
  const { shown, place, label, value, blank, write, choices } = props;
  const words = value === null ? null : (choices.find((choice) => choice.value === value)?.words ?? 'somebody else');
  return (
    <InlineField
      place={place}
      label={label}
      value={value ?? ''}
      view={shown.view}
      shown={words}
      blank={blank}
      canWrite={shown.canWrite}
      onSave={(chosen, basis) => saver(shown, (draft) => write(draft, chosen === '' ? null : chosen))(basis)}
      editor={(editor) => <ChoiceEditor {...editor} choices={[{ value: '', words: 'Not given' }, ...choices]} />}
    />
  );
}
