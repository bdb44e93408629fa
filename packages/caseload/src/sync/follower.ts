import type { CaseloadCore } from '../core.ts';
import { loadDocument } from '../records/load-document.ts';
import type { LiveSection, PendingEdit } from '../documents/live-section.ts';
import { joined } from '../outbox/entries.ts';
import type { WriterStatus } from '../tabs/tab-message.ts';
import { Mirror } from '../stored/mirror.ts';

/** A tab that reads along: it follows the store as the writing tab changes it. */
export class Follower {
  /** How the writing tab's connection looks, as far as it has said. */
  status: WriterStatus | null = null;
  readonly #core: CaseloadCore;
  readonly #sectionsChanged: () => Promise<void>;
  readonly #changed = new Set<string>();
  readonly #rebuilt = new Set<string>();
  #isAsked = false;
  #strays: readonly PendingEdit[] = [];

  constructor(core: CaseloadCore, sectionsChanged: () => Promise<void>) {
    this.#core = core;
    this.#sectionsChanged = sectionsChanged;
  }

  /** Edits of editors that were bound although this tab may not write; nothing has stored them. */
  get unstored(): readonly PendingEdit[] {
    return this.#strays;
  }

  stray(edit: PendingEdit): void {
    const last = this.#strays.at(-1);
    const longer = last === undefined ? undefined : joined(last, edit);
    this.#strays = longer === undefined ? [...this.#strays, edit] : [...this.#strays.slice(0, -1), longer];
    if (edit.generation === edit.live.generation) this.follow([], [edit.live.section]);
  }

  dismiss(place: number): void {
    this.#strays = this.#strays.filter((_, at) => at !== place);
    this.#core.tell();
  }

  /** The writing tab has committed something. Told of more before it was read, this tab reads once. */
  follow(sections: readonly string[], rebuilt: readonly string[]): void {
    for (const section of sections) this.#changed.add(section);
    for (const section of rebuilt) this.#rebuilt.add(section);
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#core.later(async () => {
      this.#isAsked = false;
      await this.#read();
    });
  }

  async #read(): Promise<void> {
    const changed = new Set(this.#changed);
    const rebuilt = new Set(this.#rebuilt);
    this.#changed.clear();
    this.#rebuilt.clear();
    const epochs = new Map(Array.from(this.#core.live.values(), (live) => [live.section, live.row.epoch]));
    this.#core.mirror = new Mirror(await this.#core.options.store.load());
    for (const [section, live] of Array.from(this.#core.live)) {
      const row = this.#core.mirror.sections.get(section);
      if (row === undefined || !row.held) {
        this.#core.live.delete(section);
        live.close();
      } else if (rebuilt.has(section) || row.epoch !== epochs.get(section)) await this.#rebuild(live);
      else if (changed.has(section)) await this.#receive(live);
    }
    await this.#sectionsChanged();
    this.#core.tell();
  }

  async #rebuild(live: LiveSection): Promise<void> {
    const loaded = await loadDocument(this.#core, live.row, null);
    // A damaged section is the writing tab's to fetch again.
    if (loaded.type === 'loaded') live.rebuild(loaded.document);
  }

  async #receive(live: LiveSection): Promise<void> {
    const rows = await this.#core.options.store.base(live.section);
    const own = this.#core.mirror.unsentIn(live.row);
    try {
      live.receive([...rows, ...own].map(({ update }) => update));
    } catch {
      await this.#rebuild(live);
    }
  }
}
