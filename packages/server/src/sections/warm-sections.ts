import { sql } from 'kysely';
import * as Y from 'yjs';
import type { Db } from '../database/database.ts';
import { assertWhole, loadDocuments, type LoadedDocument } from './load-documents.ts';

/** A section whose document is kept warm for admission. Only the committer touches it, so each section has one gate. */
export interface WarmSection {
  readonly section: string;
  readonly record: string;
  readonly name: string;
  readonly epoch: number;
  readonly doc: Y.Doc;
  readonly closed: Set<number>;
  /** Whose the clientIDs are that have written in it. */
  readonly writers: Map<number, string>;
  /** The position of the last row that is committed and in the document. */
  head: number;
  rowsSinceSnapshot: number;
}

/** The bounded cache of warm sections, the least recently used going first. */
export class WarmSections {
  readonly #authority: string;
  readonly #most: number;
  readonly #warm = new Map<string, WarmSection>();

  constructor(authority: string, most: number) {
    this.#authority = authority;
    this.#most = most;
  }

  /** The sections with these ids, loading those that are cold. Absent ones do not exist. */
  async get(db: Db, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, WarmSection>> {
    const cold = [...ids].filter((id) => !this.#warm.has(id));
    const loaded = await loadDocuments(db, this.#authority, cold);
    const writers = await writersOf(db, this.#authority, [...loaded.keys()]);
    const found = new Map<string, WarmSection>();
    for (const id of ids) {
      const warm = this.#warm.get(id) ?? warmed(loaded.get(id), writers.get(id));
      if (warm === undefined) continue;
      // Put in again at the end: the order of the map is the order of use.
      this.#warm.delete(id);
      this.#warm.set(id, warm);
      found.set(id, warm);
    }
    this.#shrink();
    return found;
  }

  /** Applies what was admitted, before it is committed. If the commit fails, evict the section. */
  apply(warm: WarmSection, update: Uint8Array): void {
    Y.applyUpdate(warm.doc, update);
    assertWhole(warm.doc, warm.section);
  }

  /** Forgets sections, so that the next use loads what is committed. */
  evict(ids: Iterable<string>): void {
    for (const id of ids) {
      this.#warm.get(id)?.doc.destroy();
      this.#warm.delete(id);
    }
  }

  // A group being judged keeps its own hold of its sections, so even those may go from here; they are only not reused.
  #shrink(): void {
    for (const id of this.#warm.keys()) {
      if (this.#warm.size <= this.#most) return;
      this.#warm.delete(id);
    }
  }
}

const warmed = (
  loaded: LoadedDocument | undefined,
  writers: ReadonlyMap<number, string> = new Map(),
): WarmSection | undefined =>
  loaded === undefined ? undefined : { ...loaded, closed: new Set(loaded.closed), writers: new Map(writers) };

async function writersOf(
  db: Db,
  authority: string,
  sections: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<number, string>>> {
  if (sections.length === 0) return new Map();
  const { rows } = await sql<{ section: string; client: number; principal: string }>`
    select w.section, w.client_id as client, l.principal
    from writer w join lease l on l.authority = w.authority and l.client_id = w.client_id
    where w.authority = ${authority} and w.section = any(${[...sections]})`.execute(db);
  return new Map(
    Array.from(
      Map.groupBy(rows, ({ section }) => section),
      ([section, own]) => [section, new Map(own.map(({ client, principal }) => [client, principal]))],
    ),
  );
}
