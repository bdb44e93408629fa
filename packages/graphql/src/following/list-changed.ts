import { keysOf, type AnyKind, type RecordState } from '@caseweave/model';
import { LIMITS } from '../limits/limits.ts';
import { listedPart } from '../lists/list-fields.ts';
import { inSentence, raised } from '../names/words.ts';
import type { Touched } from '../sources/following.ts';
import type { Tools } from '../tools.ts';
import type { Asking } from '../viewer/asking.ts';
import type { ReadableRecord } from '../viewer/reading.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { endedType } from './ended.ts';
import { followed } from './followed.ts';
import type { EndedShape, Follower } from '../followers/follower.ts';
import { readWritten, seesDecision } from './seen-of.ts';
import { assertWithinCost } from './within-cost.ts';

interface ChangedShape {
  readonly type: 'changed';
  readonly changed: readonly ReadableRecord[];
  readonly left: readonly string[];
  readonly position: number;
}

/** Which list is followed: the records of a kind of which a section may be read; null for any section. */
interface Followed {
  readonly kind: string;
  readonly section: string | null;
}

/** Declares following the list of a kind: `repairsChanged`. */
export function listChanged(tools: Tools, kind: AnyKind): void {
  const names = tools.names.kinds.get(kind.name);
  if (names === undefined) return;
  const type = raised(names.many);
  const title = inSentence(kind.title);
  const Changed = tools.builder.objectRef<ChangedShape>(`${type}Changed`).implement({
    description: `Records in your list of “${title}” have changed, come or gone; ${LIMITS.page} at most in one event.`,
    fields: (t) => ({
      changed: t.field({
        type: [tools.types.kind(kind.name)],
        description: 'Records that changed, or that came into your list, as they are now.',
        complexity: { field: 1, multiplier: 10 },
        resolve: ({ changed }) => changed,
      }),
      left: t.idList({
        description: 'Records that are in your list no longer, by their ids.',
        resolve: ({ left }) => left,
      }),
      asOf: t.field({
        type: 'Version',
        description: 'What this event reflects, and perhaps more.',
        resolve: ({ position }, _, { asking }) => asking.sources.sealVersion(position),
      }),
    }),
  });
  const Ended = endedType(tools);
  const Event = tools.builder.unionType(`${type}Event`, {
    description: `What a subscription to your list of “${title}” tells.`,
    types: [Changed, Ended],
    resolveType: (event: ChangedShape | EndedShape) => (event.type === 'changed' ? Changed : Ended),
  });
  const part = listedPart(tools.model, kind.name);
  const list: Followed = { kind: kind.name, section: part === undefined ? null : part.schema.name };
  tools.builder.subscriptionField(`${names.many}Changed`, (t) =>
    t.field({
      type: Event,
      description: `What changes in your list of “${title}”: records that change, come or go.`,
      subscribe: (_, __, { asking }, info) => {
        assertWithinCost(asking, info);
        const keys = keysOf(asking.viewer.model, asking.viewer.me.who);
        const concerns = (touched: Touched) => touched.kind === list.kind && keys.some((key) => touched.keys.has(key));
        return followed(asking, concerns, (follower) => events(asking, follower, list));
      },
      resolve: (event: ChangedShape | EndedShape) => event,
    }),
  );
}

async function* events(asking: Asking, follower: Follower, list: Followed): AsyncGenerator<ChangedShape | EndedShape> {
  for (;;) {
    const gathered = await follower.next();
    if (gathered.type === 'ended') {
      yield gathered;
      return;
    }
    for (let at = 0; at < gathered.records.length; at += LIMITS.page) {
      const viewer = await asking.tryRenew();
      if (viewer === undefined) {
        yield { type: 'ended', why: 'SIGN_IN_AGAIN' };
        return;
      }
      const event = await changeOf(viewer, list, gathered.records.slice(at, at + LIMITS.page));
      const position = Math.max(gathered.position, viewer.position);
      if (event.changed.length + event.left.length > 0) yield { type: 'changed', ...event, position };
    }
  }
}

async function changeOf(viewer: Viewer, list: Followed, records: readonly Touched[]) {
  const judged = await Promise.all(records.map((touched) => judge(viewer, list, touched)));
  return {
    changed: judged.filter((one) => typeof one === 'object'),
    left: judged.filter((one) => typeof one === 'string'),
  };
}

/** The record, if it is to be told of; its id, if it has left the list; or undefined. */
async function judge(
  viewer: Viewer,
  { kind, section }: Followed,
  touched: Touched,
): Promise<ReadableRecord | string | undefined> {
  const found = (await viewer.readable(section, [touched.record])).get(touched.record);
  if (found?.kind !== kind) {
    const before = touched.decided.find(({ record }) => record === touched.record);
    const wasIn = before?.state != null && (await mightRead(viewer, section, before.state, before.at));
    return wasIn ? touched.record : undefined;
  }
  const isTold = (await readWritten(viewer, touched)).length > 0 || (await seesDecision(viewer, touched));
  return isTold ? found : undefined;
}

async function mightRead(viewer: Viewer, section: string | null, state: RecordState, at: number): Promise<boolean> {
  const names = section === null ? ((await viewer.standing(state.record))?.sections ?? []) : [section];
  return names.some((name) => viewer.model.may(viewer.me.who, 'read', name, state, at));
}
