import type { planShared } from '@caseweave/family';
import type { ShownSection } from '../open-record/use-section.ts';
import { listed } from '../words/plural.ts';

/** Who wrote the words of the story that are there now. */
export function StoryAuthors({ plan }: { readonly plan: ShownSection<typeof planShared> }) {
  const names = new Set(plan.section.current.textAuthors('story').flatMap(({ author }) => author?.name ?? []));
  if (names.size === 0) return null;
  return <p className="app-quiet app-panel__by">Words by {listed([...names])}</p>;
}
