import type { GraphQLSources } from '@caseweave/graphql';
import { decideIn } from './decide.ts';
import { editIn } from './edit.ts';
import { listsOf } from './lists.ts';
import type { MemoryAuthority } from './memory-authority.ts';

/** Everything that GraphQL asks for, from the memory of a test. */
export function sourcesOf(authority: MemoryAuthority): GraphQLSources {
  const counted = <Value>(name: string, value: Value): Promise<Value> => {
    authority.asked.push(name);
    return Promise.resolve(value);
  };
  return {
    modelNow: () => authority.model,
    position: () => authority.position,
    reached: (position) => Promise.resolve(position <= authority.position),
    sealVersion: (position) => `v${position}`,
    openVersion: (version) => (/^v\d+$/.test(version) ? Number(version.slice(1)) : undefined),
    ...decideIn(authority),
    ...editIn(authority),
    ...listsOf(authority, counted),
    follow: (hear) => {
      authority.hearers.add(hear);
      return () => authority.hearers.delete(hear);
    },
    authenticate: (token) => {
      const who = authority.people.get(token);
      return counted('authenticate', who && { who, at: authority.now, expiresAt: authority.now + 3_600_000 });
    },
    people: (ids) => counted('people', among(authority.people, ids)),
    units: (kind, ids) =>
      counted(
        'units',
        (authority.units.get(kind) ?? []).filter(({ id }) => ids === null || ids.includes(id)),
      ),
    states: (ids) => {
      if (authority.failure !== undefined) return Promise.reject(authority.failure);
      return counted('states', new Map(ids.flatMap((id) => entry(id, authority.state(id)))));
    },
    known: () => counted('known', authority.known),
    sections: (records) =>
      counted(
        'sections',
        authority.kept.filter(({ record }) => records.includes(record)),
      ),
    projections: (ids) =>
      counted(
        'projections',
        new Map(authority.kept.flatMap((one) => (ids.includes(one.id) ? [[one.id, authority.shown(one)]] : []))),
      ),
    documents: (ids) =>
      counted(
        'documents',
        new Map(
          authority.kept.flatMap((one) =>
            ids.includes(one.id)
              ? [[one.id, { doc: authority.document(one), authorOf: (n) => authority.author(n) }]]
              : [],
          ),
        ),
      ),
  };
}

const entry = <Value>(id: string, value: Value | undefined): [string, Value][] =>
  value === undefined ? [] : [[id, value]];

const among = <Value>(all: ReadonlyMap<string, Value>, ids: readonly string[]): Map<string, Value> =>
  new Map([...all].filter(([id]) => ids.includes(id)));
