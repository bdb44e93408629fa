import type { Before, Following, Happening, SectionOfRecord, Touched } from '@caseweave/graphql';
import type { RecordState } from '@caseweave/model';
import { isOfRecord } from '../decisions/logged.ts';
import type { News } from '../log/tail.ts';
import { indexOf } from '../model/index-of.ts';
import type { Node } from '../node/node.ts';

/** What happens in the log, by record. Nothing is loaded while nobody follows. */
export function followingOf(node: Node): Following {
  const hearers = new Set<(happening: Happening) => void>();
  const tell = (happening: Happening): void => {
    for (const hear of hearers) hear(happening);
  };
  node.follow({
    async heard(news) {
      if (hearers.size === 0) return;
      try {
        tell(await happeningOf(node, news));
      } catch (error) {
        node.report('graphql following', error);
        tell({ type: 'lost' });
      }
    },
    lost: () => tell({ type: 'lost' }),
  });
  return {
    follow(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
  };
}

interface Touching {
  readonly kind: string;
  readonly keys: Set<string>;
  readonly written: SectionOfRecord[];
  readonly decided: Before[];
}

async function happeningOf({ switchboard, model, cache }: Node, news: News): Promise<Happening> {
  const { position } = news;
  const sections = [...(await switchboard.sections(news.rows.map(({ section }) => section))).values()];
  const decisions = news.decisions.filter(isOfRecord);
  const people = new Set(news.decisions.flatMap(({ type, record }) => (type === 'who' ? [record] : [])));
  const states = await cache.states([...sections, ...decisions].map(({ record }) => record));
  const touched = new Map<string, Touching>();
  /** What happens to a record happens to those that link to it too. */
  const touch = (state: RecordState | null | undefined): readonly Touching[] =>
    (state === null || state === undefined ? [] : [state, ...state.linkedFrom]).map((one) => {
      const touching = touched.get(one.record) ?? { kind: one.kind, keys: new Set(), written: [], decided: [] };
      for (const key of indexOf(model.now, one)?.keys ?? []) touching.keys.add(key);
      touched.set(one.record, touching);
      return touching;
    });
  for (const { id, record, name } of sections)
    for (const one of touch(states.get(record))) one.written.push({ id, record, name });
  for (const { record, before, at } of decisions)
    for (const one of new Set([...touch(before), ...touch(states.get(record))]))
      one.decided.push({ record, state: before, at });
  const records = Array.from(touched, ([record, one]): Touched => ({ record, ...one }));
  return { type: 'touched', position, records, people };
}
