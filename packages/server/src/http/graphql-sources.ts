import type { Json } from '@caseweave/record';
import { sql } from 'kysely';
import type { AgencyFacts, GraphQLSources, HubFacts, PractitionerFacts } from '../graphql/sources/graphql-sources.ts';
import type { SectionFacts } from '../graphql/sources/section-facts.ts';
import { loadPeople } from '../directory/people.ts';
import type { Node } from '../node/node.ts';
import { loadDocuments } from '../sections/load-documents.ts';
import { sectionEdits } from '../service-edits/edit-section.ts';
import { caseloadSource } from './graphql-caseload.ts';
import { decisionsSource } from './graphql-decisions.ts';
import { followingOf } from './graphql-following.ts';
import { versionsOf } from './graphql-versions.ts';
import { IssuerUnavailable } from '../sign-in/issuer.ts';
import { projectionsOf } from '../sections/projections-of.ts';
import { authorsOf } from '../routing/authors-of.ts';
import { principalOf, recordFactsOf } from './family-facts.ts';

/** Everything that GraphQL reads, from the same tables and caches that sync reads. */
export function graphqlSources(node: Node): GraphQLSources {
  const { database, authority, tokens, model, store, cache, now } = node;
  const { db } = database;
  const id = authority.id;
  const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));
  return {
    ...caseloadSource(node),
    ...versionsOf(node),
    ...decisionsSource(node),
    ...sectionEdits(node),
    ...followingOf(node),
    async authenticate(token) {
      const at = now();
      const verified = await tokens.verify(token);
      if (verified.type === 'unavailable') throw new IssuerUnavailable();
      if (verified.type === 'refused') return undefined;
      const known = (await cache.people([verified.principal])).get(verified.principal);
      return known === undefined ? undefined : { principal: principalOf(known.who), at, expiresAt: verified.expiresAt };
    },
    async hubs() {
      return (
        await sql<HubFacts>`select id, name from unit where authority = ${id} and kind = 'hub' order by name`.execute(
          db,
        )
      ).rows;
    },
    async agencies(ids) {
      const { rows } = await sql<AgencyFacts>`
        select id, name, more ->> 'kind' as kind from unit
        where authority = ${id} and kind = 'agency' and id = any(${[...ids]})`.execute(db);
      return byId(rows);
    },
    async practitioners(ids) {
      const people = await loadPeople(db, id, model.now, ids, { ended: true });
      const facts = [...people.values()].map(({ who, name }): PractitionerFacts => {
        const { id: one, agency, hub, roles } = principalOf(who);
        return { id: one, name, agency: agency?.id ?? null, agencyKind: agency?.kind ?? null, hub, roles };
      });
      return byId(facts);
    },
    async facts(records) {
      return new Map([...(await cache.states(records))].map(([record, state]) => [record, recordFactsOf(state)]));
    },
    async sections(records) {
      const { rows } = await sql<SectionFacts>`
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
        [...loaded].map(([section, { doc }]) => {
          const byClient = new Map((authors.get(section) ?? []).map((author) => [author.client, author]));
          return [
            section,
            {
              doc,
              authorOf(client: number) {
                const author = byClient.get(client);
                if (author === undefined) return undefined;
                const { principal, name, organisation, who } = author;
                return { id: principal, name, organisation, worksFor: principalOf(who).agency };
              },
            },
          ];
        }),
      );
    },
  };
}
