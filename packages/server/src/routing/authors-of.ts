import { type AnyWho, isSeen, type RecordState } from '@caseweave/model';
import type { ClientAuthor, PrincipalId } from '@caseweave/protocol';
import { sql } from 'kysely';
import { type KnownWho, loadPeople } from '../directory/people.ts';
import type { ModelInUse } from '../model/model-in-use.ts';
import type { Store } from '../rights/store.ts';

/** Who holds a clientID, with what decides who may know of them. */
export interface KnownAuthor extends ClientAuthor {
  readonly who: AnyWho;
}

interface HeldClient {
  readonly client: number;
  readonly principal: string;
}

type From = Omit<Store, 'cache'>;

/** Who has written in sections, by clientID. */
export async function authorsOf(
  store: From,
  sections: readonly string[],
): Promise<ReadonlyMap<string, readonly KnownAuthor[]>> {
  const { db, authority } = store;
  const { rows } = await sql<HeldClient & { section: string }>`
    select w.section, w.client_id as client, l.principal
    from writer w join lease l on l.authority = w.authority and l.client_id = w.client_id
    where w.authority = ${authority} and w.section = any(${[...sections]}) order by w.client_id`.execute(db);
  const people = await peopleBehind(store, rows);
  return new Map(
    Array.from(
      Map.groupBy(rows, ({ section }) => section),
      ([section, own]) => [section, own.flatMap((row) => known(row, people))],
    ),
  );
}

/** Who holds clientIDs. */
export async function holdersOf(store: From, clients: readonly number[]): Promise<ReadonlyMap<number, KnownAuthor>> {
  if (clients.length === 0) return new Map();
  const { rows } = await sql<HeldClient>`
    select client_id as client, principal from lease
    where authority = ${store.authority} and client_id = any(${[...clients]})`.execute(store.db);
  const people = await peopleBehind(store, rows);
  return new Map(rows.flatMap((row) => known(row, people)).map((author) => [author.client, author]));
}

/** Authors as one reader may know them: of whom they may not, nothing but the clientID. */
export function authorsFor(
  model: ModelInUse,
  reader: AnyWho,
  authors: readonly KnownAuthor[],
  state: RecordState,
  at: number,
): readonly ClientAuthor[] {
  const hidden = model.now.somebody;
  return authors.map(({ client, principal, name, organisation, who }) =>
    isSeen(model.now, reader, who, state, at)
      ? { client, principal, name, organisation }
      : { client, principal: hidden.id as PrincipalId, name: hidden.name, organisation: null },
  );
}

/** Those whose access has ended among them: what they wrote stays theirs. */
const peopleBehind = ({ db, authority, model }: From, rows: readonly HeldClient[]) =>
  loadPeople(db, authority, model.now, [...new Set(rows.map(({ principal }) => principal))], { ended: true });

function known({ client, principal }: HeldClient, people: ReadonlyMap<string, KnownWho>): readonly KnownAuthor[] {
  const author = people.get(principal);
  if (author === undefined) return [];
  const { who, name, organisation } = author;
  return [{ client, principal: principal as PrincipalId, name, organisation, who }];
}
