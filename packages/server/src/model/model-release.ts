import { createHash } from 'node:crypto';
import { type Model, rowOf } from '@caseweave/model';
import { StartFailure } from '../database/start-failure.ts';

/** What of a model's release decides whether it understands what another has written. */
export interface ModelRelease {
  readonly name: string;
  readonly version: number;
  /** The version of the facts of each kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** The version of the form of each decision. */
  readonly decisions: Readonly<Record<string, number>>;
  /**
   * The rows of its sections: a release that has more brings them to the records that there are. A store that does not say
   * them is looked through once.
   */
  readonly sections?: readonly string[];
}

/** What release a model is. */
export const releaseOf = ({ name, version, kinds, decisions, parts }: Model): ModelRelease => ({
  name,
  version,
  kinds: Object.fromEntries([...kinds.values()].map((kind) => [kind.name, kind.facts.version])),
  decisions: Object.fromEntries([...decisions.values()].map((decision) => [decision.name, decision.version])),
  sections: parts.map(rowOf),
});

/** Names all that decides who may read what: the release, and the rights table with what every cell is under. */
export function policyOf(model: Model): string {
  const always = model.parts.map((part) => part.always ?? null);
  return createHash('sha256')
    .update(JSON.stringify([releaseOf(model), model.rights, always]))
    .digest('base64url');
}

/**
 * Refuses a store that a newer release of the model has written, or another model.
 *
 * @throws {StartFailure}
 */
export function assertReadable(mine: ModelRelease, written: ModelRelease | null): void {
  if (written === null) return;
  if (written.name !== mine.name)
    throw new StartFailure(
      'other-model',
      `This data is of the model ${written.name}, and this server serves ${mine.name}. Start the server of ${written.name}, or give this one a database of its own; nothing was changed.`,
    );
  const newer = newerIn(written, mine);
  if (newer.length === 0) return;
  throw new StartFailure(
    'data-newer',
    `This data was written by a newer release of the model ${mine.name} (${newer.join('; ')}). Start the newer release; nothing was changed.`,
  );
}

/** What of a release another one would not understand, in words. */
export const newerIn = (written: ModelRelease, mine: ModelRelease): readonly string[] => [
  ...(written.version > mine.version ? [`model version ${written.version}, this one is ${mine.version}`] : []),
  ...newerOf('facts of', written.kinds, mine.kinds),
  ...newerOf('decision', written.decisions, mine.decisions),
  ...(written.sections ?? []).flatMap((row) =>
    mine.sections?.includes(row) === true ? [] : [`section ${row}, which this one does not know`],
  ),
];

const newerOf = (
  what: string,
  written: Readonly<Record<string, number>>,
  mine: Readonly<Record<string, number>>,
): readonly string[] =>
  Object.entries(written).flatMap(([name, version]) => {
    const own = mine[name];
    if (own === undefined) return [`${what} ${name}, which this one does not know`];
    return version > own ? [`${what} ${name} version ${version}, this one knows ${own}`] : [];
  });
