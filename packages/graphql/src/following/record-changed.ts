import type { AnyKind } from '@caseweave/model';
import { inSentence } from '../names/words.ts';
import { listedSectionType } from '../records/section-type.ts';
import type { Touched } from '../sources/following.ts';
import type { SectionOfRecord } from '../sources/section-of-record.ts';
import type { Tools } from '../tools.ts';
import type { Asking } from '../viewer/asking.ts';
import type { ReadableRecord } from '../viewer/reading.ts';
import { endedType } from './ended.ts';
import { followed } from './followed.ts';
import type { EndedShape, Follower } from '../followers/follower.ts';
import { readWritten, seesDecision } from './seen-of.ts';
import { assertWithinCost } from './within-cost.ts';

interface ChangedShape {
  readonly type: 'changed';
  readonly record: ReadableRecord;
  readonly sections: readonly SectionOfRecord[];
  readonly position: number;
}

/** Declares following one record of a kind: `repairChanged`. */
export function recordChanged(tools: Tools, kind: AnyKind): void {
  const names = tools.names.kinds.get(kind.name);
  if (names === undefined) return;
  const { type, field } = names;
  const title = inSentence(kind.title);
  const Changed = tools.builder.objectRef<ChangedShape>(`${type}Changed`).implement({
    description: `Something about a “${title}” has changed. Several changes that come together are one event.`,
    fields: (t) => ({
      [field]: t.field({
        type: tools.types.kind(kind.name),
        description: 'The record as it is now.',
        resolve: ({ record }) => record,
      }),
      sections: t.field({
        type: [listedSectionType(tools)],
        description: 'Where something was written: in the record, or in those that it links to.',
        resolve: ({ sections }) => sections,
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
    description: `What a subscription to a “${title}” tells.`,
    types: [Changed, Ended],
    resolveType: (event: ChangedShape | EndedShape) => (event.type === 'changed' ? Changed : Ended),
  });
  tools.builder.subscriptionField(`${field}Changed`, (t) =>
    t.field({
      type: Event,
      description: `What changes about a “${title}”, as far as you may read it. Your rights and your token are looked at for each
event; when they end, or there is nothing to read, that is told last.`,
      args: { [field]: t.arg.id({ required: true, description: 'The record, by its id.' }) },
      subscribe: (_, args: Readonly<Record<string, string>>, { asking }, info) => {
        assertWithinCost(asking, info);
        const id = args[field] ?? '';
        const concerns = (touched: Touched) => touched.record === id;
        return followed(asking, concerns, (follower) => events(asking, follower, id, kind.name));
      },
      resolve: (event: ChangedShape | EndedShape) => event,
    }),
  );
}

async function* events(
  asking: Asking,
  follower: Follower,
  id: string,
  kind: string,
): AsyncGenerator<ChangedShape | EndedShape> {
  // Looked at after the place was taken, so that what happens meanwhile is not missed.
  if ((await asking.viewer.record(id, kind)) === undefined) {
    yield { type: 'ended', why: 'NOTHING_TO_FOLLOW' };
    return;
  }
  for (;;) {
    const gathered = await follower.next();
    if (gathered.type === 'ended') {
      yield gathered;
      return;
    }
    const viewer = await asking.tryRenew();
    if (viewer === undefined) {
      yield { type: 'ended', why: 'SIGN_IN_AGAIN' };
      return;
    }
    const record = await viewer.record(id, kind);
    if (record === undefined) {
      yield { type: 'ended', why: 'NOTHING_TO_FOLLOW' };
      return;
    }
    const [touched] = gathered.records;
    if (touched === undefined) continue;
    const sections = await readWritten(viewer, touched);
    const position = Math.max(gathered.position, viewer.position);
    if (sections.length > 0 || (await seesDecision(viewer, touched))) {
      yield { type: 'changed', record, sections, position };
    }
  }
}
