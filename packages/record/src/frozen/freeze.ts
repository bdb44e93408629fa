import { toHexString } from 'lib0/buffer';
import { digest } from 'lib0/hash/sha256';
import { encodeUtf8 } from 'lib0/string';
import type * as Y from 'yjs';
import { inOrder, noClaims } from '../claims/claim.ts';
import { ClaimIndex, strikeField } from '../entities/claim-index.ts';
import { pathIn } from '../entities/entity-paths.ts';
import type { Entity } from '../entities/entity.ts';
import { canonicalJson, type Json } from '../json.ts';
import { planOf } from '../schema/define-section.ts';
import type { SectionSchema } from '../schema/section-schema.ts';
import { addendaPath } from '../schema/plan.ts';
import { type BuiltRow, buildRow } from '../view/row-builder.ts';
import { shows } from '../view/shows.ts';
import { versionsOf } from '../schema/schema-versions.ts';
import type { FrozenVersion } from './frozen-version.ts';

/**
 * Freezes what a section says: one canonical text, and its hash.
 *
 * It holds what this schema understands of everything that shows, open questions among it, where there was something that
 * it does not understand, and nothing of who wrote it or when. Replicas that show the same freeze the same bytes, whatever way their documents were put together.
 */
export function freeze(schema: SectionSchema, doc: Y.Doc): FrozenVersion {
  const index = new ClaimIndex(planOf(schema), doc);
  const shown = [index.root, ...[...index.plan.groups.values()].flatMap((group) => [...index.entities(group).values()])]
    .map((entity) => ({ entity, row: buildRow(index, entity, undefined) }))
    .filter(({ entity, row }) => shows(entity.group, row));
  const unshown = inTextOrder(shown.flatMap(({ entity, row }) => unshownOf(entity, row)));
  const content = canonicalJson({
    claims: inTextOrder(shown.flatMap(({ entity, row }) => claimsOf(entity, row))),
    texts: inTextOrder(shown.flatMap(({ entity, row }) => textsOf(entity, row))),
    ...(unshown.length > 0 && { unshown }),
  });
  const { name: section, version } = schema;
  const { extensions } = versionsOf(schema);
  const frozen = { section, version, ...(Object.keys(extensions).length > 0 && { extensions }), content };
  return { ...frozen, hash: hashOf(frozen) };
}

/** The hash of what is frozen. */
export const hashOf = ({ section, version, extensions, content }: Omit<FrozenVersion, 'hash'>): string =>
  toHexString(
    digest(encodeUtf8(canonicalJson([section, version, content, ...(extensions === undefined ? [] : [extensions])]))),
  );

type Tuple = readonly [entity: string, field: string, value: Json];

function claimsOf({ id, group, cells }: Entity, { struck }: BuiltRow): readonly Tuple[] {
  const tuples: Tuple[] = [];
  if (group.kind === 'collection') tuples.push([id, group.name, true]);
  if (group.kind === 'log') {
    // Of two claims for one entry, the one that every replica shows.
    const [entry] = inOrder(cells[group.existence] ?? noClaims);
    if (entry !== undefined) tuples.push([id, group.name, entry.value]);
    for (const { value } of cells[group.addenda ?? -1] ?? noClaims) tuples.push([id, addendaPath(group), value]);
  } else {
    for (const { path, slot, meaning } of group.claims) {
      const understood = inOrder(meaning.understood(cells[slot] ?? noClaims));
      const values = new Map(understood.map(({ canonical, value }) => [canonical, value]));
      for (const value of values.values()) tuples.push([id, path, value]);
    }
  }
  if (struck.type === 'missed') tuples.push([id, strikeField, { why: struck.why, saw: {} }]);
  return tuples;
}

function textsOf({ id, group }: Entity, { basis }: BuiltRow): readonly (readonly [string, Json])[] {
  return group.texts.flatMap(({ path, slot }) => {
    const shown = basis.texts[slot]?.shown ?? '';
    const text: Json = typeof shown === 'string' ? shown : shown.delta.map((insert) => ({ ...insert }));
    return text.length === 0 ? [] : [[`${path}/${id}`, text] as const];
  });
}

const unshownOf = ({ id, group }: Entity, { basis }: BuiltRow): readonly (readonly [string, string])[] =>
  basis.unshown.map(({ name }) => [id, pathIn(group, name)] as const);

function inTextOrder<Value extends Json>(values: readonly Value[]): readonly Value[] {
  const texts = values.map((value) => ({ value, text: canonicalJson(value) }));
  return texts.toSorted((one, other) => (one.text < other.text ? -1 : 1)).map(({ value }) => value);
}
