import { useEdits } from '@caseweave/react';
import { useAnySection } from '../open-record/use-section.ts';
import type { PlanCollection } from './collections.ts';

/** Tells whether a row of the plan holds something that this device has not sent yet. */
export function useRowWaits(collection: PlanCollection, row: string): boolean {
  const section = useAnySection('plan.shared');
  const edits = useEdits();
  return edits.some((edit) => {
    if (edit.kind !== 'edit' || edit.record !== section?.record || edit.state !== 'on-device') return false;
    const changes = edit.parts.filter(({ name }) => name === 'plan.shared').flatMap((part) => part.changes);
    return changes.some(({ entity, path }) => entity === row && path.split('.')[0] === collection);
  });
}
