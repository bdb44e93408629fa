import type { SectionId } from '@caseweave/protocol';
import type { CaseloadCore } from '../core.ts';
import { loadDocument } from '../records/load-document.ts';
import { projected, projectedFrom } from '../records/projected.ts';
import type { StoreChange } from '../stored/change.ts';

/** What the store did not take is tried again so many milliseconds later. */
const retryAfter = 5_000;

/**
 * Brings stored projections up to date with what arrived, and merges what arrived for sections that are not open: one
 * section a turn, so that a person's edit never waits for more than one.
 */
export class Merging {
  readonly #core: CaseloadCore;
  readonly #damaged: (section: SectionId) => Promise<void>;
  readonly #asked = new Set<SectionId>();
  readonly #failed = new Set<SectionId>();
  #cancelRetry: () => void = () => {};

  constructor(core: CaseloadCore, damaged: (section: SectionId) => Promise<void>) {
    this.#core = core;
    this.#damaged = damaged;
  }

  ask(section: SectionId): void {
    if (this.#asked.has(section)) return;
    this.#asked.add(section);
    this.#core.later(async () => {
      this.#asked.delete(section);
      try {
        await this.#merge(section);
      } catch (error) {
        this.#retry(section);
        throw error;
      }
    });
  }

  close(): void {
    this.#cancelRetry();
  }

  async #merge(section: SectionId): Promise<void> {
    const row = this.#core.mirror.sections.get(section);
    const schema = row === undefined ? undefined : this.#core.schemaOf(row.name);
    if (row === undefined || schema === undefined || !row.held) return;
    const live = this.#core.live.get(section);
    if (live !== undefined) {
      const shown = projected(this.#core, live);
      await this.#core.commit(shown === undefined ? [] : [{ type: 'section', section: shown }], 'relaxed');
      return;
    }
    const loaded = await loadDocument(this.#core, row, null, 2);
    if (loaded.type === 'damaged') return this.#damaged(section);
    const shown = projectedFrom(this.#core, row, schema, loaded.document.doc);
    loaded.document.doc.destroy();
    const changes: StoreChange[] = loaded.merge === null ? [] : [loaded.merge];
    if (shown !== undefined) changes.push({ type: 'section', section: shown });
    await this.#core.commit(changes, 'relaxed');
  }

  #retry(section: SectionId): void {
    const { clock } = this.#core.options;
    this.#failed.add(section);
    this.#cancelRetry();
    this.#cancelRetry = clock.wakeIn(retryAfter, () => {
      const again = Array.from(this.#failed);
      this.#failed.clear();
      for (const one of again) this.ask(one);
    });
  }
}
