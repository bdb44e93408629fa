import { type Choice, ChoiceEditor } from './choice-editor.tsx';
import { DayEditor } from './day-editor.tsx';
import type { EditorProps } from './editor-props.ts';
import { NumberEditor } from './number-editor.tsx';
import { TextEditor } from './text-editor.tsx';

/** What a value is typed with. */
export type Control =
  | { readonly type: 'choice'; readonly choices: readonly Choice[] }
  | { readonly type: 'line' }
  | { readonly type: 'passage' }
  | { readonly type: 'day' }
  | { readonly type: 'number'; readonly least: number; readonly most: number; readonly isWhole: boolean };

interface ControlEditorProps extends EditorProps<string> {
  readonly control: Control;
  /** The words of a blank choice, where the value may be left open. */
  readonly blank?: string | undefined;
}

/** The input of a control. */
export function ControlEditor({ control, blank, ...editor }: ControlEditorProps) {
  switch (control.type) {
    case 'choice': {
      const { choices } = control;
      return (
        <ChoiceEditor {...editor} choices={blank === undefined ? choices : [{ value: '', words: blank }, ...choices]} />
      );
    }
    case 'line':
      return <TextEditor {...editor} />;
    case 'passage':
      return <TextEditor {...editor} rows={2} />;
    case 'day':
      return <DayEditor {...editor} />;
    case 'number':
      return <NumberEditor {...editor} {...control} />;
  }
}
