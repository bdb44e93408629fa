import type { IDBPTransaction, StoreNames } from 'idb';
import { sealJson, unsealJson } from './envelope.ts';
import type { Tables } from './schema.ts';

/**
 * Before version 4 the organisation of whoever writes had another name in rows: that of the one member which is none of
 * these. A row that is damaged stays as it is.
 */
const members: readonly string[] = ['id', 'client', 'principal', 'name', 'organisation'];

/** Gives rows of earlier versions the name that an organisation has now. */
export async function renameOrganisations(
  transaction: IDBPTransaction<Tables, StoreNames<Tables>[], 'versionchange'>,
): Promise<void> {
  const device = transaction.objectStore('device');
  const own = unsealJson(await device.get('device'));
  if (isObject(own) && isObject(own['principal'])) {
    await device.put(sealJson({ ...own, principal: renamed(own['principal']) }), 'device');
  }
  for (let at = await transaction.objectStore('lists').openCursor(); at !== null; at = await at.continue()) {
    const list = unsealJson(at.value);
    if (isObject(list) && Array.isArray(list['sections'])) {
      await at.update(sealJson({ ...list, sections: list['sections'].map(withAuthors) }));
    }
  }
}

function withAuthors(section: unknown): unknown {
  if (!isObject(section) || !Array.isArray(section['authors'])) return section;
  return {
    ...section,
    authors: section['authors'].map((author: unknown) => (isObject(author) ? renamed(author) : author)),
  };
}

function renamed(who: Row): Row {
  const all = Object.entries(who);
  const former = all.find(([member]) => !members.includes(member));
  const kept = all.filter((entry) => entry !== former);
  return { organisation: former?.[1] ?? null, ...Object.fromEntries(kept) };
}

type Row = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null;
