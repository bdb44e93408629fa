import type { RecordState } from '@caseweave/model';
import type { Db } from '../database/database.ts';
import { loadStates } from '../decisions/load-states.ts';
import { type KnownWho, loadPeople } from '../directory/people.ts';
import { loadUnits, type Units } from '../directory/units.ts';
import type { ModelInUse } from '../model/model-in-use.ts';

/** What rights are judged on, remembered until something that is logged touches it. */
export class RightsCache {
  readonly #db: Db;
  readonly #authority: string;
  readonly #model: ModelInUse;
  readonly #states = new Map<string, RecordState>();
  readonly #people = new Map<string, KnownWho>();
  #units: Promise<Units> | undefined;
  #rights: number;

  constructor(db: Db, authority: string, model: ModelInUse, rights: number) {
    this.#db = db;
    this.#authority = authority;
    this.#model = model;
    this.#rights = rights;
  }

  /** The version of rights that is known here; the authority's row has the newest. */
  get rights(): number {
    return this.#rights;
  }

  /** Records as they are decided; those that do not exist are absent. */
  states(records: Iterable<string>): Promise<ReadonlyMap<string, RecordState>> {
    return this.#get(this.#states, records, (ids) => loadStates(this.#db, this.#authority, ids));
  }

  /** People who sign in; those whose access has ended are absent. */
  people(ids: Iterable<string>): Promise<ReadonlyMap<string, KnownWho>> {
    return this.#get(this.#people, ids, (wanted) => loadPeople(this.#db, this.#authority, this.#model.now, wanted));
  }

  /** The units of the directory. */
  units(): Promise<Units> {
    const loading = this.#units ?? loadUnits(this.#db, this.#authority);
    this.#units = loading;
    // What could not be loaded is tried again at the next use.
    loading.catch(() => {
      if (this.#units === loading) this.#units = undefined;
    });
    return loading;
  }

  /** Something was logged about these: they are loaded anew at their next use. */
  forget(ids: Iterable<string>, rights: number): void {
    for (const id of ids) {
      this.#states.delete(id);
      this.#people.delete(id);
    }
    this.#rights = Math.max(this.#rights, rights);
  }

  /** The units of the directory have changed, and with them the names of those who work for them. */
  forgetUnits(): void {
    this.#units = undefined;
    this.#people.clear();
  }

  /** Other rights are in force, and facts may have been folded anew. */
  forgetAll(): void {
    this.#states.clear();
    this.forgetUnits();
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
