import type { Json } from '@caseweave/record';
import { foldEntries } from '../commands/fold-entries.ts';
import type { DecisionEntry } from '../decisions/entry.ts';
import type { Model } from '../model/model.ts';
import { type ModelDifference, breaks, notes, unlessSame } from './difference.ts';

/** A record's log as a released version wrote it, with what it folded into then: kept, to be folded by later versions. */
export interface KeptLog {
  readonly kind: string;
  readonly record: string;
  readonly entries: readonly DecisionEntry[];
  readonly factsVersion: number;
  readonly facts: Json;
}

/**
 * Folds a kept log by a model of now. It breaks where it is not understood, and where it folds into other facts although
 * their version is the same: stores would go on with what they have.
 */
export function compareKeptLog(
  model: Model,
  { kind, record, entries, factsVersion, facts }: KeptLog,
): readonly ModelDifference[] {
  const path = `kinds.${kind}`;
  const declared = model.kinds.get(kind);
  if (declared === undefined) return [breaks(path, 'is gone, and stores have such records: keep the kind')];
  const folded = foldEntries(model, declared, record, entries);
  if (folded.type === 'not-understood')
    return [breaks(`decisions.${folded.entry.name}`, `of a released log is not understood: ${folded.why}`)];
  return unlessSame(facts, folded.facts, () =>
    declared.facts.version > factsVersion
      ? notes(`${path}.facts`, `of a released log are others in version ${declared.facts.version}`)
      : breaks(
          `${path}.facts`,
          'of a released log are others, but the version is not: raise it, so that stores fold again',
        ),
  );
}
