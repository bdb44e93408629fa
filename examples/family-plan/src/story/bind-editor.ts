import type { OpenSection } from '@caseweave/caseload';
import Quill from 'quill';
import QuillCursors from 'quill-cursors';
import { QuillBinding } from 'y-quill';
import { labelToolbar } from './label-toolbar.ts';

// What the schema allows in a story. Pasting brings nothing else in.
const formats = ['bold', 'italic', 'underline', 'header', 'list', 'blockquote'];
const toolbar = [
  [{ header: 3 }],
  ['bold', 'italic', 'underline'],
  [{ list: 'bullet' }, { list: 'ordered' }],
  ['blockquote'],
];

Quill.register('modules/cursors', QuillCursors);

/** A section with a text to write in, whatever its schema. */
export type SectionWithText = Pick<OpenSection, 'presence'> & {
  readonly current: Pick<OpenSection['current'], 'text' | 'bindOrigin'>;
};

interface EditorOf {
  readonly section: SectionWithText;
  readonly path: string;
  readonly label: string;
  /** What to write, for as long as nothing is written. */
  readonly hint: string;
}

/** Puts an editor into an element, bound to a text of the section. Gives a function that takes it away. */
export function bindEditor(frame: HTMLElement, { section, path, label, hint }: EditorOf): () => void {
  const holder = document.createElement('div');
  frame.append(holder);
  const quill = new Quill(holder, {
    theme: 'snow',
    formats,
    placeholder: hint,
    modules: {
      toolbar,
      cursors: { transformOnTextChange: true, hideDelayMs: 1_000 },
      // Undo of everything would take back what others wrote as well.
      history: { userOnly: true },
      // Tab leaves the editor, as it does every other field.
      keyboard: { bindings: { tab: null } },
    },
  });
  quill.root.setAttribute('role', 'textbox');
  quill.root.setAttribute('aria-multiline', 'true');
  quill.root.setAttribute('aria-label', label);
  labelToolbar(frame, label);
  const { current } = section;
  const binding = new QuillBinding(current.text(path), quill, section.presence);
  const release = current.bindOrigin(binding);
  return () => {
    binding.destroy();
    release();
    frame.replaceChildren();
  };
}
