import type { OpenSection } from '@caseweave/caseload';
import type { planShared } from '@caseweave/family';
import { useEffect, useRef } from 'react';
import { bindEditor } from './bind-editor.ts';
import 'quill/dist/quill.snow.css';

interface StoryEditorProps {
  readonly section: OpenSection<typeof planShared>;
  readonly path: string;
  readonly label: string;
}

/** The rich-text editor, with the carets and names of others. */
export function StoryEditor({ section, path, label }: StoryEditorProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = frame.current;
    return element === null ? undefined : bindEditor(element, { section, path, label });
  }, [section, path, label]);
  return <div className="app-story" ref={frame} data-testid="story-editor" />;
}
