import type { GraphQLSources, SectionDocument, SectionOfRecord, UnitEntry } from '@caseweave/graphql';
import type { NamedWho } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import { sql } from 'kysely';
import { loadPeople } from '../directory/people.ts';
import type { Node } from '../node/node.ts';
import { authorsOf } from '../routing/authors-of.ts';
import { knownAround } from '../routing/known-around.ts';
import { loadDocuments } from '../sections/load-documents.ts';
import { projectionsOf } from '../sections/projections-of.ts';
import { sectionEdits } from '../service-edits/edit-section.ts';
import { IssuerUnavailable } from '../sign-in/issuer.ts';
import { decisionsSource } from './decisions.ts';
import { followingOf } from './following.ts';
import { recordLists } from './lists.ts';
import { versionsOf } from './versions.ts';

/** Everything that GraphQL reads, from the same tables and caches that sync reads. */
export function graphqlSources(node: Node): GraphQLSources {
  const { database, authority, tokens, model, store, cache, now } = node;
  const { db } = database;
  const id = authority.id;
  return {
    ...recordLists(node),
    ...versionsOf(node),
    ...decisionsSource(node),
    ...sectionEdits(node),
    ...followingOf(node),
    modelNow: () => model.now,
    async authenticate(token) {
      const at = now();
      const verified = await tokens.verify(token);
      if (verified.type === 'unavailable') throw new IssuerUnavailable();
      if (verified.type === 'refused') return undefined;
      const who = (await cache.people([verified.principal])).get(verified.principal);
      return who === undefined ? undefined : { who, at, expiresAt: verified.expiresAt };
    },
    // Those whose access has ended among them: what they wrote, and where they were, stays theirs.
    people: (ids): Promise<ReadonlyMap<string, NamedWho>> => loadPeople(db, id, model.now, ids, { ended: true }),
    async units(kind, ids) {
      const { rows } = await sql<UnitEntry>`
        select id, name, more from unit
        where authority = ${id} and kind = ${kind} and (${ids === null} or id = any(${[...(ids ?? [])]})) order by name, id`.execute(
        db,
      );
      return rows;
    },
    states: (records) => cache.states(records),
    known: (states) => knownAround(store, new Map(states.map((state) => [state.record, state]))),
    async sections(records) {
      const { rows } = await sql<SectionOfRecord>`
        select id, record, name from section where authority = ${id} and record = any(${[...records]})`.execute(db);
      return rows;
    },
    async projections(sections) {
      const made = await projectionsOf(db, id, model, sections);
      return new Map([...made].map(([section, json]) => [section, JSON.parse(json) as Json]));
    },
    async documents(sections) {
      const [loaded, authors] = [await loadDocuments(db, id, sections), await authorsOf(store, sections)];
      return new Map(
        [...loaded].map(([section, { doc }]): [string, SectionDocument] => {
          const byClient = new Map((authors.get(section) ?? []).map((author) => [author.client, author]));
          return [section, { doc, authorOf: (client) => byClient.get(client) }];
        }),
      );
    },
  };
}
