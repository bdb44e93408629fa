import { type ShownField, useEditing } from '@caseweave/react';
import { useId, useRef, type KeyboardEvent } from 'react';
import { ControlEditor } from '../forms/control-editor.tsx';
import { LinesEditor } from '../forms/lines-editor.tsx';
import { sameMembers, SeveralEditor } from '../forms/several-editor.tsx';
import { useHoldsTyping } from '../offline/unsaved-typing.ts';
import { useOpenField } from '../presence/use-open-field.ts';
import { FieldQuestion } from '../questions/field-question.tsx';
import type { ValueInput } from '../values/value-input.ts';
import { listed } from '../words/plural.ts';
import { StatusTag } from './status-tag.tsx';
import { UnshownNote } from './unshown-note.tsx';
import { useFocusOnOpen } from './use-focus-on-open.ts';
import { ValueWithAuthor } from './value-with-author.tsx';

interface InlineFieldProps {
  readonly field: ShownField;
  readonly input: ValueInput & { readonly isSet: boolean };
  /** The field's name, with the row's where there are several: "by when, School transport form". */
  readonly label: string;
  readonly blank: string;
  readonly isTag?: boolean;
  readonly mark?: string | undefined;
}

/** In the place of a value: never to be taken for "not given". */
const notShown = 'Not shown here';

/** A value that becomes an input on a click or on Enter, saves on Enter or on leaving it, and is taken back by Escape. */
export function InlineField({ field, input, label, blank, isTag = false, mark }: InlineFieldProps) {
  const { isSet, control } = input;
  const { value, view, isUnshown, canWrite } = field;
  const values: readonly unknown[] = Array.isArray(value) ? value : value === null ? [] : [value];
  const valuesOf = (texts: readonly string[]) =>
    texts.flatMap((text) => (text.trim() === '' ? [] : [input.valueOf(text.trim())]));
  const edit = useEditing<readonly string[], object>({
    value: values.map(input.textOf),
    view,
    isSame: sameMembers,
    save: (texts, basis) => field.change(isSet ? valuesOf(texts) : (valuesOf(texts)[0] ?? null), basis),
  });
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  useHoldsTyping(edit.isOpen);
  const returnFocus = useFocusOnOpen(frame, edit.isOpen);
  const others = useOpenField(field, edit.isOpen);

  const save = (given?: readonly string[]) => {
    if (given === undefined ? edit.save() : edit.save(given)) returnFocus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      edit.takeBack();
      returnFocus();
    } else if (event.key === 'Enter' && !event.shiftKey && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      save();
    }
  };

  if (!edit.isOpen || control === null) {
    const words = values.length === 0 ? null : listed(values.map(input.sayShort));
    return (
      <div className="app-field" ref={frame}>
        <ValueWithAuthor
          field={field}
          label={label}
          blank={isUnshown ? notShown : blank}
          otherwise={isUnshown ? notShown : 'Not given'}
          others={others}
          onOpen={canWrite && control !== null ? edit.open : undefined}
        >
          {isTag && words !== null ? (
            <StatusTag code={input.textOf(values[0])} words={words} />
          ) : words === null || mark === undefined ? (
            words
          ) : (
            `${words} (${mark})`
          )}
        </ValueWithAuthor>
        {isUnshown && <UnshownNote />}
        <FieldQuestion field={field} input={input} />
      </div>
    );
  }
  const errorId = edit.problem === null ? undefined : `${id}-error`;
  const several = { id, label, value: edit.value, errorId, onChange: edit.change, onDone: save };
  return (
    // The frame takes the focus of clicks on labels inside it, so that they do not count as leaving the field.
    <div
      className="app-field app-field--open"
      ref={frame}
      tabIndex={-1}
      role="group"
      aria-label={label}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) edit.save();
      }}
    >
      {errorId !== undefined && (
        <p className="govuk-error-message app-field__error" id={errorId} role="alert">
          <span className="govuk-visually-hidden">Error: </span>
          {edit.problem}
        </p>
      )}
      {!isSet ? (
        <ControlEditor
          {...several}
          control={control}
          // What moves forward alone is never blank again.
          blank={field.field.kind === 'progress' ? undefined : 'Not given'}
          value={edit.value[0] ?? ''}
          onChange={(text) => edit.change([text])}
          onDone={(text) => save(text === undefined ? undefined : [text])}
        />
      ) : control.type === 'choice' ? (
        <SeveralEditor {...several} choices={control.choices} />
      ) : (
        <LinesEditor {...several} />
      )}
    </div>
  );
}
