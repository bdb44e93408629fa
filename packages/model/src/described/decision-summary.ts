import type { AnyDecision } from '../decisions/any-decision.ts';
import { type FieldOfGroup, valueSummary } from './value-summary.ts';

/** A decision as plain data. */
export interface DecisionSummary {
  readonly type: 'decision' | 'opening';
  readonly kind: string;
  readonly title: string;
  /** Who may decide it, in words, where it says so. */
  readonly by: string | null;
  /** There where only whoever runs the authority decides it. */
  readonly byAuthority?: true;
  readonly version: number;
  /** The versions from which older forms are brought up by a step. */
  readonly upgrades: readonly number[];
  readonly form: Readonly<Record<string, FieldOfGroup>>;
  /** What it may be refused with, in words. */
  readonly refusals: Readonly<Record<string, string>>;
  readonly overtakenBy: readonly string[];
  /** What leads back, where it says so. */
  readonly undoneBy: readonly string[] | null;
}

/** Sums up a decision. */
export function decisionSummary(decision: AnyDecision): DecisionSummary {
  const { type, kind, title, by = null, version, upgrade = {}, form, refusals } = decision;
  const summary = valueSummary(form.valueKind);
  return {
    type,
    kind,
    title,
    by,
    ...(decision.byAuthority === true && { byAuthority: true }),
    version,
    upgrades: Object.keys(upgrade).map(Number),
    form: summary.type === 'group' ? summary.fields : {},
    refusals,
    overtakenBy: decision.type === 'decision' ? decision.overtakenBy : [],
    undoneBy: decision.type === 'decision' ? (decision.undoneBy ?? null) : null,
  };
}
