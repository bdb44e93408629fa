import { useEdits } from '@caseweave/react';
import { useAnySection } from '../open-record/use-section.ts';
import type { PlanCollection } from './collections.ts';

/** Tells whether a row of the plan holds something that this device has not sent yet. */
export function useRowWaits(collection: PlanCollection, row: string): boolean {
  const section = useAnySection('plan.shared');
  const edits = useEdits();
  return edits.some(({ record, name, state, changes }) => {
    if (record !== section?.record || name !== 'plan.shared' || state !== 'on-device') return false;
    return changes.some(({ entity, path }) => entity === row && path.split('.')[0] === collection);
  });
}
