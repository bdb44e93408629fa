import type { Json } from '@caseweave/record';
import { sql } from 'kysely';
import type { AgencyFacts, GraphQLSources, HubFacts, PractitionerFacts } from '../graphql/sources/graphql-sources.ts';
import type { SectionFacts } from '../graphql/sources/section-facts.ts';
import type { Node } from '../node.ts';
import { loadDocuments } from '../sections/load-documents.ts';
import { sectionEdits } from '../service-edits/edit-section.ts';
import { caseloadSource } from './graphql-caseload.ts';
import { decisionsSource } from './graphql-decisions.ts';
import { followingOf } from './graphql-following.ts';
import { versionsOf } from './graphql-versions.ts';
import { IssuerUnavailable } from './issuer.ts';
import { projectionsOf } from '../sections/projections-of.ts';
import { authorsOf } from '../sync/authors-of.ts';

/** Everything that GraphQL reads, from the same tables and caches that sync reads. */
export function graphqlSources(node: Node): GraphQLSources {
  const { database, authority, tokens, directory, now } = node;
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
      const known = (await directory.principals([verified.principal])).get(verified.principal);
      return known === undefined ? undefined : { principal: known.principal, at, expiresAt: verified.expiresAt };
    },
    async hubs() {
      return (await sql<HubFacts>`select id, name from hub where authority = ${id} order by name`.execute(db)).rows;
    },
    async agencies(ids) {
      const { rows } = await sql<AgencyFacts>`
        select id, name, kind from agency where authority = ${id} and id = any(${[...ids]})`.execute(db);
      return byId(rows);
    },
    async practitioners(ids) {
      const { rows } = await sql<PractitionerFacts>`
        select p.id, p.name, p.agency, p.hub, p.roles, a.kind as "agencyKind"
        from principal p left join agency a on a.authority = p.authority and a.id = p.agency
        where p.authority = ${id} and p.id = any(${[...ids]})`.execute(db);
      return byId(rows);
    },
    async facts(records) {
      return new Map([...(await directory.facts(records))].map(([record, { facts }]) => [record, facts]));
    },
    async sections(records) {
      const { rows } = await sql<SectionFacts>`
        select id, record, name from section where authority = ${id} and record = any(${[...records]})`.execute(db);
      return rows;
    },
    async projections(sections) {
      const made = await projectionsOf(db, id, sections);
      return new Map([...made].map(([section, json]) => [section, JSON.parse(json) as Json]));
    },
    async documents(sections) {
      const [loaded, authors] = [await loadDocuments(db, id, sections), await authorsOf(db, id, sections)];
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
                const { principal, name, organisation, worksFor } = author;
                return { id: principal, name, organisation, worksFor };
              },
            },
          ];
        }),
      );
    },
  };
}
