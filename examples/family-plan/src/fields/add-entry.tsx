import { refusalWords, type RowsAt, useOpenRecord, useShownSection } from '@caseweave/react';
import type { EntryField, SectionSchema } from '@caseweave/record';
import { isOptionalValue } from '@caseweave/model';
import { useId, useState, type FormEvent } from 'react';
import { ControlEditor } from '../forms/control-editor.tsx';
import { useHoldsTyping } from '../offline/unsaved-typing.ts';
import { useAround } from '../values/around.ts';
import { inputOfField, type ValueInput } from '../values/value-input.ts';
import { dayOf } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';

interface AddEntryProps<Schema extends SectionSchema> {
  readonly of: Schema;
  /** The log. */
  readonly at: RowsAt<Schema>;
  /** What the form does: "Add an event"; and its button. */
  readonly name?: string;
  readonly submit?: string;
  /** What the entry says beside, and is not asked for. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** What an input begins with, where that is not today or the first choice. */
  readonly first?: Readonly<Record<string, string>>;
}

/** Adds to a log: it is written once, and a correction is another entry. What is asked for follows from the schema. */
export function AddEntry<Schema extends SectionSchema>({ of, ...rest }: AddEntryProps<Schema>) {
  return <EntryForm of={of} {...rest} />;
}

interface Asked {
  readonly name: string;
  readonly label: string;
  readonly input: ValueInput;
  readonly isOptional: boolean;
}

function EntryForm({ of, at, name, submit, given = nothing, first = nothing }: AddEntryProps<SectionSchema>) {
  const shown = useShownSection(useOpenRecord(), of);
  const around = useAround(of, shown?.view ?? nothing);
  const now = useNow();
  const id = useId();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(nothing);
  const [problem, setProblem] = useState<string | null>(null);
  const declared = of.fields[at];
  useHoldsTyping(Object.values(typed).some((text) => text.trim() !== ''));
  if (shown?.canAppend !== true || declared?.kind !== 'log') return null;

  const asked: readonly Asked[] = Object.entries<EntryField>(declared.fields).flatMap(([member, field]) => {
    const input = inputOfField(field, around);
    if (member in given || field.kind === 'set' || input === null || input.control === null) return [];
    return [{ name: member, label: field.options.label ?? member, input, isOptional: isOptionalValue(field.schema) }];
  });
  const sets = Object.entries<EntryField>(declared.fields).filter(([, { kind }]) => kind === 'set');
  const textOf = ({ name: member, input: { control }, isOptional }: Asked): string => {
    const text = typed[member] ?? first[member];
    if (text !== undefined) return text;
    if (isOptional) return '';
    if (control?.type === 'day') return dayOf(now);
    return control?.type === 'choice' ? (control.choices[0]?.value ?? '') : '';
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    const missing = asked.find((one) => !one.isOptional && textOf(one).trim() === '');
    if (missing !== undefined) {
      setProblem(`Fill in “${missing.label}” first.`);
      return;
    }
    const entry = Object.fromEntries([
      ...sets.map(([member]) => [member, []] as const),
      ...asked.flatMap((one) => {
        const text = textOf(one).trim();
        return text === '' ? [] : [[one.name, one.input.valueOf(text)] as const];
      }),
      ...Object.entries(given),
    ]);
    const wrong = refusalWords(shown.section.edit((draft) => (draft as Logs)[at]?.append(entry)));
    setProblem(wrong);
    if (wrong === null) setTyped(nothing);
  };
  // The words come first: they are what one has to say.
  const inOrder = asked.toSorted((one, other) => Number(isWords(other)) - Number(isWords(one)));
  const doing = name ?? `Add: ${(declared.options.label ?? at).toLowerCase()}`;
  return (
    <form className="app-add-event" onSubmit={add} aria-label={doing}>
      {problem !== null && (
        <p className="govuk-error-message app-form-grid__wide" role="alert" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {inOrder.map((one) => (
        <div key={one.name} className={isWords(one) ? 'app-add-event__what' : undefined}>
          <label className="govuk-label" htmlFor={`${id}-${one.name}`}>
            {one.label}
          </label>
          {one.input.control !== null && (
            <ControlEditor
              control={one.input.control}
              blank={one.isOptional ? 'Not given' : undefined}
              id={`${id}-${one.name}`}
              label={one.label}
              value={textOf(one)}
              errorId={problem === null ? undefined : `${id}-problem`}
              onChange={(text) => setTyped({ ...typed, [one.name]: text })}
              onDone={(text) => text !== undefined && setTyped({ ...typed, [one.name]: text })}
            />
          )}
        </div>
      ))}
      <button type="submit" className="govuk-button app-small-button">
        {submit ?? doing}
      </button>
    </form>
  );
}

type Logs = Readonly<Record<string, { append(entry: object): string } | undefined>>;

const isWords = ({ input: { control } }: Asked): boolean => control?.type === 'passage';

const nothing: Readonly<Record<string, never>> = {};
