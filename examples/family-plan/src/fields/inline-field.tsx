import type { EditOutcome } from '@caseweave/record';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useHoldsTyping } from '../offline/unsaved-typing.ts';
import { useOpenField } from '../presence/use-open-field.ts';
import type { EditorProps } from '../forms/editor-props.ts';
import type { FieldPlace } from '../open-record/field-place.ts';
import { FieldQuestion } from '../questions/field-question.tsx';
import { useIsUnshown } from '../open-record/use-is-unshown.ts';
import { UnshownNote } from '../open-record/unshown-note.tsx';
import { useFocusOnOpen } from './use-focus-on-open.ts';
import { useInlineEdit } from './use-inline-edit.ts';
import { ValueWithAuthor } from './value-with-author.tsx';

interface InlineFieldProps<Value, Basis> {
  readonly place: FieldPlace;
  /** The field's name, with the row's where there are several: "By when, School transport form". */
  readonly label: string;
  readonly value: Value;
  readonly view: Basis;
  /** How the value is shown; nothing when it is blank. */
  readonly shown: ReactNode;
  readonly blank: string;
  readonly canWrite: boolean;
  readonly same?: (a: Value, b: Value) => boolean;
  readonly onSave: (value: Value, basis: Basis) => EditOutcome<unknown>;
  readonly editor: (props: EditorProps<Value>) => ReactNode;
}

/** In the place of a value: never to be taken for "not given". */
const notShown = 'Not shown here';

/** A value that becomes an input on a click or on Enter, saves on Enter or on leaving it, and is taken back by Escape. */
export function InlineField<Value, Basis>(props: InlineFieldProps<Value, Basis>) {
  const { place, label, value, view, shown, blank, canWrite, same = Object.is, onSave, editor } = props;
  const edit = useInlineEdit({ current: value, view, same, onSave });
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  useHoldsTyping(edit.isOpen);
  const returnFocus = useFocusOnOpen(frame, edit.isOpen);
  const others = useOpenField(place, edit.isOpen);
  const isUnshown = useIsUnshown(place);

  const save = (given?: Value) => {
    if (edit.save(given)) returnFocus();
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

  if (!edit.isOpen) {
    return (
      <div className="app-field" ref={frame}>
        <ValueWithAuthor
          place={place}
          label={label}
          blank={isUnshown ? notShown : blank}
          otherwise={isUnshown ? notShown : 'Not given'}
          others={others}
          onOpen={canWrite ? edit.open : undefined}
        >
          {shown}
        </ValueWithAuthor>
        {isUnshown && <UnshownNote />}
        <FieldQuestion place={place} />
      </div>
    );
  }
  const errorId = edit.problem === null ? undefined : `${id}-error`;
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
      {editor({ id, label, value: edit.value, errorId, onChange: edit.change, onDone: save })}
    </div>
  );
}
