import type { ListAsked, ListOrder, ListPlace, ListTest, RecordLists } from '@caseweave/graphql';
import type { Json } from '@caseweave/record';
import type { MemoryAuthority } from './memory-authority.ts';

/** Lists in the memory of a test: what shares a key with somebody, narrowed and ordered by what lists show. */
export function listsOf(
  authority: MemoryAuthority,
  counted: <Value>(name: string, value: Value) => Promise<Value>,
): RecordLists {
  const { model } = authority;
  const shown = (record: string, section: string): Json => {
    const kept = authority.kept.find((one) => one.record === record && one.name === section);
    return kept === undefined ? null : authority.shown(kept);
  };
  const found = (who: object, { kind, section, order, tests, facts }: ListAsked): ListPlace[] =>
    [...authority.facts.keys()]
      .flatMap((record) => authority.state(record) ?? [])
      .filter((state) => state.kind === kind)
      .filter((state) => {
        const keys = model.kinds.get(kind)?.index.keys(state) ?? [];
        return model.who.keys(who).some((key) => keys.includes(key));
      })
      .filter((state) =>
        Object.entries(facts).every(([member, values]) => values.includes(String(memberOf(state.facts, member)))),
      )
      .filter(({ record }) => section === null || tests.every((test) => fits(test, shown(record, section))))
      .map(({ record }) => ({ record, order: order === null ? null : orderIn(shown(record, section ?? ''), order) }))
      .toSorted(byPlace);
  return {
    listed(who, asked, { after, limit }) {
      const all = found(who, asked).filter((one) => after === null || byPlace(one, after) > 0);
      return counted(limit === null ? 'listed as a whole' : 'listed', limit === null ? all : all.slice(0, limit));
    },
    listedWords(who, asked, searched) {
      const all = found(who, asked).map((place) => {
        const state = authority.state(place.record);
        const links = state === undefined ? [] : (model.kinds.get(state.kind)?.index.links(state.facts) ?? []);
        const words = [place.record, ...links].flatMap((record) =>
          Object.entries(searched).map(([section, members]) => ({
            record,
            section,
            words: members.flatMap((member) => {
              const word = memberOf(shown(record, section), member);
              return typeof word === 'string' ? [word] : [];
            }),
          })),
        );
        return { ...place, words };
      });
      return counted('listedWords', all);
    },
  };
}

const memberOf = (json: unknown, member: string): unknown =>
  typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>)[member] : undefined;

function orderIn(json: Json, member: string): ListOrder {
  const value = memberOf(json, member);
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function byPlace(a: ListPlace, b: ListPlace): number {
  const key = ({ order, record }: ListPlace): string => `${order === null ? '~' : String(order)}/${record}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

function fits(test: ListTest, json: Json): boolean {
  const value = memberOf(json, test.member);
  if (test.type === 'any-of') return test.values.some((wanted) => wanted === value);
  if (typeof value !== typeof test.value || value === null || value === undefined) return false;
  const held = value as string | number;
  switch (test.type) {
    case 'from':
      return held >= test.value;
    case 'to':
      return held <= test.value;
    case 'before':
      return held < test.value;
  }
}
