import type { Db } from '../database/database.ts';
import { loadDocuments, type LoadedDocument } from '../sections/load-documents.ts';

interface Waiting {
  readonly section: string;
  readonly take: (loaded: LoadedDocument | undefined) => void;
  readonly failed: (error: unknown) => void;
}

const SECTIONS_AT_ONCE = 16;

/** Loads sections for connections: a few at a time however many ask, and each once for all who wait for it. */
export class SectionStates {
  readonly #db: Db;
  readonly #authority: string;
  #waiting: Waiting[] = [];
  #running = false;

  constructor(db: Db, authority: string) {
    this.#db = db;
    this.#authority = authority;
  }

  /** Reads something from a section as the log has it; undefined if there is no such section. */
  read<Value>(section: string, use: (loaded: LoadedDocument) => Value): Promise<Value | undefined> {
    return new Promise((done, failed) => {
      const take = (loaded: LoadedDocument | undefined) => done(loaded === undefined ? undefined : use(loaded));
      this.#waiting.push({ section, take, failed });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      const sections = [...new Set(this.#waiting.map(({ section }) => section))].slice(0, SECTIONS_AT_ONCE);
      // Who asks from here on waits for the next turn: what has been committed meanwhile is in that one.
      const [now, later] = divide(this.#waiting, ({ section }) => sections.includes(section));
      this.#waiting = later;
      try {
        const documents = await loadDocuments(this.#db, this.#authority, sections);
        for (const { section, take, failed } of now) {
          try {
            take(documents.get(section));
          } catch (error) {
            failed(error);
          }
        }
        for (const { doc } of documents.values()) doc.destroy();
      } catch (error) {
        for (const { failed } of now) failed(error);
      }
    }
    this.#running = false;
  }
}

function divide<Item>(items: readonly Item[], fits: (item: Item) => boolean): [Item[], Item[]] {
  const groups = Map.groupBy(items, fits);
  return [groups.get(true) ?? [], groups.get(false) ?? []];
}
