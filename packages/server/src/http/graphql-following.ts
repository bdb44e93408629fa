import type { RecordFacts } from '@caseweave/family';
import type { Before, Following, Happening, Touched } from '../graphql/sources/following.ts';
import type { SectionFacts } from '../graphql/sources/section-facts.ts';
import { shelvesOfPrincipal, shelvesOfRecord } from '../directory/shelves.ts';
import type { News } from '../log/tail.ts';
import type { Node } from '../node.ts';

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
    shelvesOf: shelvesOfPrincipal,
  };
}

async function happeningOf({ switchboard, directory }: Node, news: News): Promise<Happening> {
  const { position } = news;
  const sections = [...(await switchboard.sections(news.rows.map(({ section }) => section))).values()];
  const decisions = news.decisions.filter(({ kind }) => kind !== 'principal');
  const principals = new Set(news.decisions.filter(({ kind }) => kind === 'principal').map(({ record }) => record));
  const facts = await directory.facts([...sections, ...decisions].map(({ record }) => record));
  const touched = new Map<string, { shelves: Set<string>; written: SectionFacts[]; decided: Before[] }>();
  const touch = (around: RecordFacts | null | undefined) =>
    familiesOf(around).map((family) => {
      const one = touched.get(family.record) ?? { shelves: new Set(), written: [], decided: [] };
      for (const shelf of shelvesOfRecord(family)) one.shelves.add(shelf);
      touched.set(family.record, one);
      return one;
    });
  for (const { id, record, name } of sections) {
    for (const one of touch(facts.get(record)?.facts)) one.written.push({ id, record, name });
  }
  for (const { record, before, at } of decisions) {
    for (const one of new Set([...touch(before), ...touch(facts.get(record)?.facts)])) {
      one.decided.push({ record, facts: before, at });
    }
  }
  const families = Array.from(touched, ([family, one]): Touched => ({ family, ...one }));
  return { type: 'touched', position, families, principals };
}

const familiesOf = (facts: RecordFacts | null | undefined): readonly RecordFacts[] =>
  facts === null || facts === undefined ? [] : facts.kind === 'family' ? [facts] : facts.families;
