import { useEffect, useRef } from 'react';
import { bindEditor, type SectionWithText } from './bind-editor.ts';
import 'quill/dist/quill.snow.css';

/** What a rich-text editor writes in. */
export interface RichTextEditorProps {
  readonly section: SectionWithText;
  readonly path: string;
  readonly label: string;
  /** What to write, for as long as nothing is written. */
  readonly hint: string;
}

/** The rich-text editor, with the carets and names of others. */
export function RichTextEditor({ section, path, label, hint }: RichTextEditorProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = frame.current;
    return element === null ? undefined : bindEditor(element, { section, path, label, hint });
  }, [section, path, label, hint]);
  return <div className="app-story" ref={frame} data-testid={`${path === 'story' ? 'story' : 'text'}-editor`} />;
}
