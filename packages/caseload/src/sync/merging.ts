import type { SectionId } from '@caseweave/protocol';
import type { Desk } from '../desk.ts';
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
  private readonly desk: Desk;
  private readonly damaged: (section: SectionId) => Promise<void>;
  private readonly asked = new Set<SectionId>();
  private readonly failed = new Set<SectionId>();
  private cancelRetry: () => void = () => {};

  constructor(desk: Desk, damaged: (section: SectionId) => Promise<void>) {
    this.desk = desk;
    this.damaged = damaged;
  }

  ask(section: SectionId): void {
    if (this.asked.has(section)) return;
    this.asked.add(section);
    this.desk.later(async () => {
      this.asked.delete(section);
      try {
        await this.merge(section);
      } catch (error) {
        this.retry(section);
        throw error;
      }
    });
  }

  close(): void {
    this.cancelRetry();
  }

  private async merge(section: SectionId): Promise<void> {
    const row = this.desk.mirror.sections.get(section);
    const schema = row === undefined ? undefined : this.desk.schemaOf(row.name);
    if (row === undefined || schema === undefined || !row.held) return;
    const live = this.desk.live.get(section);
    if (live !== undefined) {
      const shown = projected(this.desk, live);
      await this.desk.commit(shown === undefined ? [] : [{ type: 'section', section: shown }], 'relaxed');
      return;
    }
    const loaded = await loadDocument(this.desk, row, null, 2);
    if (loaded.type === 'damaged') return this.damaged(section);
    const shown = projectedFrom(this.desk, row, schema, loaded.document.doc);
    loaded.document.doc.destroy();
    const changes: StoreChange[] = loaded.merge === null ? [] : [loaded.merge];
    if (shown !== undefined) changes.push({ type: 'section', section: shown });
    await this.desk.commit(changes, 'relaxed');
  }

  private retry(section: SectionId): void {
    const { clock } = this.desk.options;
    this.failed.add(section);
    this.cancelRetry();
    this.cancelRetry = clock.wakeIn(retryAfter, () => {
      const again = Array.from(this.failed);
      this.failed.clear();
      for (const one of again) this.ask(one);
    });
  }
}
