import { useCaseload } from '../caseload-context.tsx';
import { useEdits } from '../use-caseload-parts.ts';

/** What the server did not take: each in words, with why, what stands and what to do, until it is put away. */
export function NeedsAttention() {
  const caseload = useCaseload();
  const edits = useEdits().filter(({ state }) => state === 'attention');
  if (edits.length === 0) return null;
  return (
    <section className="cw-attention" aria-label="Needs attention">
      <h2>Needs attention</h2>
      <ul>
        {edits.map((edit) => (
          <li key={edit.batch}>
            <p>
              <b>
                {edit.kind === 'decision'
                  ? edit.words
                  : edit.changes.map(({ label, words }) => `${label}: ${words}`).join('. ')}
              </b>
            </p>
            {edit.kind === 'edit' && edit.text !== undefined && <blockquote>{edit.text}</blockquote>}
            <p>
              {[edit.why, edit.kind === 'decision' ? edit.stands : undefined, edit.remedy].filter(Boolean).join(' ')}
            </p>
            <button type="button" onClick={() => void caseload.dismiss(edit.batch)}>
              Put it away
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
