import { earlyHelp } from '@caseweave/family';
import { useOpenRecord, useSections } from '@caseweave/react';
import { SectionShown } from './section-shown.tsx';

/** All sections of the open record that this reader may read, except those that have a place of their own. */
export function OtherSections({ but }: { readonly but: (name: string) => boolean }) {
  const sections = useSections(useOpenRecord()).flatMap(({ name, held }) => {
    const section = held && !but(name) ? earlyHelp.section(name) : undefined;
    return section === undefined ? [] : [section];
  });
  return sections.map(({ name, schema, part }) => <SectionShown key={name} of={schema} title={part.title} />);
}
