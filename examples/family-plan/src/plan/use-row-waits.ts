import { planShared } from '@caseweave/family';
import { useEdits } from '@caseweave/react';
import { useAnySection } from '../open-record/use-section.ts';
import type { PlanCollection } from './collections.ts';

// An edit and the claims that it wrote are stamped by the same clock within one task.
const sameMoment = 20;

/** Tells whether a row of the plan holds something that this device has not sent yet. */
export function useRowWaits(collection: PlanCollection, entity: string): boolean {
  const section = useAnySection('plan.shared');
  const edits = useEdits();
  if (section === undefined) return false;
  const { current, record } = section;
  const own = current.doc.clientID;
  return edits.some(({ record: of, name, state, at, changes }) => {
    if (of !== record || name !== 'plan.shared' || state !== 'on-device') return false;
    return changes.some(({ path }) => {
      if (path !== collection && !path.startsWith(`${collection}.`)) return false;
      const claims = hasClaims(path) ? current.provenance(entity, path) : [];
      return claims.some((claim) => claim.client === own && Math.abs((claim.at ?? 0) - at) < sameMoment);
    });
  });
}

/** Texts have no claims; who typed in them is known by the character. */
function hasClaims(path: string): boolean {
  const [group = '', member] = path.split('.');
  const field = planShared.fields[group as keyof typeof planShared.fields];
  if (field === undefined || field.kind !== 'collection' || member === undefined) return field?.kind === 'collection';
  const kind = field.fields[member as keyof typeof field.fields]?.['kind'];
  return kind === 'register' || kind === 'progress' || kind === 'set' || kind === 'position';
}
