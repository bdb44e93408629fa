import { earlyHelp } from '@caseweave/family';
import type { SectionSchema } from '@caseweave/record';
import { useSection } from '../open-record/use-section.ts';
import { sectionTitle } from './section-title.ts';
import { SectionShown } from './section-shown.tsx';
import { useSectionNames } from './use-section-names.ts';

/** All sections of the open record that this reader may read, except those that have a place of their own. */
export function OtherSections({ but }: { readonly but: readonly string[] }) {
  const names = useSectionNames().filter((name) => !but.includes(name));
  return names.map((name) => {
    const schema = earlyHelp.section(name)?.schema;
    return schema === undefined ? null : <OneSection key={name} schema={schema} />;
  });
}

function OneSection({ schema }: { readonly schema: SectionSchema }) {
  const shown = useSection(schema);
  return shown === undefined ? null : <SectionShown shown={shown} name={sectionTitle(schema.name)} />;
}
