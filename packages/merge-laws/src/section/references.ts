import type { Json } from '@caseweave/record';
import type { Expectation } from './expectation.ts';
import type { FieldOutline } from './outline.ts';

/** The id that a reference is given, for the number of a row; undefined where there is no row. */
export function chosenTarget(field: FieldOutline, value: Json, seen: Expectation): Json | undefined {
  const { target } = field;
  if (target === undefined || typeof value !== 'number') return value;
  // Of a section that is not open nobody can tell, so that any id is taken.
  if (target.type === 'other') return `other${value}`;
  const rows = seen.shownRows(target.rows);
  return rows[value % Math.max(1, rows.length)];
}

/** What shows of references: those whose target shows. */
export function withoutAbsent({ target }: FieldOutline, value: Json, expectation: Expectation): Json {
  if (target === undefined || value === null) return value;
  const rows = target.type === 'own' ? expectation.shownRows(target.rows) : [];
  const shows = (id: Json): boolean => typeof id === 'string' && rows.includes(id);
  if (Array.isArray(value)) return (value as readonly Json[]).filter(shows);
  return shows(value) ? value : null;
}

/** Whether it is not for the ledger to say if the target of a reference shows. */
export function isTargetUncertain({ target }: FieldOutline, expectation: Expectation): boolean {
  if (target?.type !== 'own') return false;
  const group = expectation.outline.groups.get(target.rows);
  if (group === undefined) return false;
  return [...expectation.entitiesOf(target.rows)].some((id) => expectation.status(group, id) === 'uncertain');
}
