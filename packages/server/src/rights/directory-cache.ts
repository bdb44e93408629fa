import type { RecordFacts } from '@caseweave/family';
import type { Db } from '../database/database.ts';
import { loadFacts, type LoadedFacts } from '../directory/load-facts.ts';
import { type KnownPrincipal, loadPrincipals } from '../directory/people.ts';

/** What rights are judged on, remembered until a decision touches it. */
export class DirectoryCache {
  readonly #db: Db;
  readonly #authority: string;
  readonly #facts = new Map<string, LoadedFacts>();
  readonly #principals = new Map<string, KnownPrincipal>();
  #rights: number;

  constructor(db: Db, authority: string, rights: number) {
    this.#db = db;
    this.#authority = authority;
    this.#rights = rights;
  }

  /** The version of rights that is known here; the authority's row has the newest. */
  get rights(): number {
    return this.#rights;
  }

  /** What is decided about records; those that do not exist are absent. */
  facts(records: Iterable<string>): Promise<ReadonlyMap<string, LoadedFacts>> {
    return this.#get(this.#facts, records, (ids) => loadFacts(this.#db, this.#authority, ids));
  }

  /** People who sign in; those whose access has ended are absent. */
  principals(ids: Iterable<string>): Promise<ReadonlyMap<string, KnownPrincipal>> {
    return this.#get(this.#principals, ids, (wanted) => loadPrincipals(this.#db, this.#authority, wanted));
  }

  /** What is decided about a record, if it is remembered. */
  known(record: string): RecordFacts | undefined {
    return this.#facts.get(record)?.facts;
  }

  /** A decision was heard of: what it touches is loaded anew at its next use. */
  forget(ids: Iterable<string>, rights: number): void {
    for (const id of ids) {
      this.#facts.delete(id);
      this.#principals.delete(id);
    }
    this.#rights = Math.max(this.#rights, rights);
  }

  async #get<Value>(
    memory: Map<string, Value>,
    ids: Iterable<string>,
    load: (ids: string[]) => Promise<ReadonlyMap<string, Value>>,
  ) {
    const found = new Map<string, Value>();
    const lacking: string[] = [];
    for (const id of new Set(ids)) {
      const value = memory.get(id);
      if (value === undefined) lacking.push(id);
      else found.set(id, value);
    }
    if (lacking.length === 0) return found;
    const before = this.#rights;
    for (const [id, value] of await load(lacking)) {
      found.set(id, value);
      // What was loaded while a decision came in may be older than the decision.
      if (before === this.#rights) memory.set(id, value);
    }
    return found;
  }
}
