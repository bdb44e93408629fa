import type { OpenRecord, OpenSection } from '@caseweave/caseload';
import { planShared } from '@caseweave/family';
import { useSection } from '@caseweave/react';
import Quill from 'quill';
import QuillCursors from 'quill-cursors';
import { useEffect, useRef } from 'react';
import { QuillBinding } from 'y-quill';
import 'quill/dist/quill.snow.css';

Quill.register('modules/cursors', QuillCursors);

/** The family's story. After a rebuild its text is a new one, so the generation is the key. */
export function Story({ record }: { readonly record: OpenRecord | undefined }) {
  const plan = useSection(record, planShared);
  return plan === undefined ? null : <StoryEditor key={plan.generation} plan={plan} />;
}

function StoryEditor({ plan }: { readonly plan: OpenSection<typeof planShared> }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const quill = new Quill(element.appendChild(document.createElement('div')), {
      formats: ['bold', 'italic', 'underline', 'header', 'list', 'blockquote'], // what the schema allows
      modules: { toolbar: false, cursors: true, history: { userOnly: true } },
    });
    quill.root.setAttribute('role', 'textbox');
    quill.root.setAttribute('aria-label', 'Family story');
    quill.enable(plan.writing().type === 'may-write');
    const binding = new QuillBinding(plan.current.text('story'), quill, plan.presence);
    return () => {
      binding.destroy();
      element.replaceChildren();
    };
  }, [plan]);
  return <div ref={frame} />;
}
