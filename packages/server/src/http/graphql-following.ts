import { keysOf, type RecordState } from '@caseweave/model';
import type { Before, Following, Happening, Touched } from '../graphql/sources/following.ts';
import type { SectionFacts } from '../graphql/sources/section-facts.ts';
import { isOfRecord } from '../decisions/logged.ts';
import type { News } from '../log/tail.ts';
import { indexOf } from '../model/index-of.ts';
import type { Node } from '../node/node.ts';
import { recordFactsOf } from './family-facts.ts';

/** What happens in the log, by family. Nothing is loaded while nobody follows. */
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
    shelvesOf: (principal) => keysOf(node.model.now, principal),
  };
}

async function happeningOf({ switchboard, model, cache }: Node, news: News): Promise<Happening> {
  const { position } = news;
  const sections = [...(await switchboard.sections(news.rows.map(({ section }) => section))).values()];
  const decisions = news.decisions.filter(isOfRecord);
  const principals = new Set(news.decisions.flatMap(({ type, record }) => (type === 'who' ? [record] : [])));
  const states = await cache.states([...sections, ...decisions].map(({ record }) => record));
  const touched = new Map<string, { shelves: Set<string>; written: SectionFacts[]; decided: Before[] }>();
  const touch = (around: RecordState | null | undefined) =>
    familiesOf(around).map((family) => {
      const one = touched.get(family.record) ?? { shelves: new Set(), written: [], decided: [] };
      for (const key of indexOf(model.now, family)?.keys ?? []) one.shelves.add(key);
      touched.set(family.record, one);
      return one;
    });
  for (const { id, record, name } of sections) {
    for (const one of touch(states.get(record))) one.written.push({ id, record, name });
  }
  for (const { record, before, at } of decisions) {
    for (const one of new Set([...touch(before), ...touch(states.get(record))])) {
      one.decided.push({ record, facts: before === null ? null : recordFactsOf(before), at });
    }
  }
  const families = Array.from(touched, ([family, one]): Touched => ({ family, ...one }));
  return { type: 'touched', position, families, principals };
}

const familiesOf = (state: RecordState | null | undefined): readonly RecordState[] =>
  state === null || state === undefined ? [] : state.kind === 'family' ? [state] : state.linkedFrom;
