import { useTitle } from '../page/use-title.ts';
import type { FamilyTab } from '../routing/family-tabs.ts';
import { FamilyBody } from './family-body.tsx';
import { OpenFamily, type OpenedFamily } from './open-family.tsx';

interface FamilyPageProps {
  readonly record: string;
  readonly tab: FamilyTab;
}

/** A family: who is in it, and its plan. */
export function FamilyPage({ record, tab }: FamilyPageProps) {
  return <OpenFamily record={record}>{(family) => <Titled {...family} tab={tab} />}</OpenFamily>;
}

function Titled({ tab, ...family }: OpenedFamily & { readonly tab: FamilyTab }) {
  useTitle(family.summary.name);
  return <FamilyBody {...family} tab={tab} />;
}
