import type { SectionId } from '@caseweave/protocol';
import type { Desk } from '../desk.ts';
import { dig } from '../documents/ground.ts';
import { projectedFrom } from '../documents/projected.ts';
import type { StoreChange } from '../stored/change.ts';

/**
 * Brings stored projections up to date with what arrived for sections that are not open: one section a turn, so that
 * a person's edit never waits for more than one.
 */
export class Merging {
  private readonly desk: Desk;
  private readonly damaged: (section: SectionId) => Promise<void>;
  private readonly asked = new Set<SectionId>();

  constructor(desk: Desk, damaged: (section: SectionId) => Promise<void>) {
    this.desk = desk;
    this.damaged = damaged;
  }

  ask(section: SectionId): void {
    if (this.asked.has(section)) return;
    this.asked.add(section);
    this.desk.later(async () => {
      this.asked.delete(section);
      await this.merge(section);
    });
  }

  private async merge(section: SectionId): Promise<void> {
    const row = this.desk.mirror.sections.get(section);
    const schema = row === undefined ? undefined : this.desk.schemaOf(row.name);
    // An open one shows, and stores, what it has by itself.
    if (row === undefined || schema === undefined || !row.held || this.desk.live.has(section)) return;
    const dug = await dig(this.desk, row, null, 2);
    if (dug.type === 'damaged') return this.damaged(section);
    const shown = projectedFrom(this.desk, row, schema, dug.ground.doc);
    dug.ground.doc.destroy();
    const changes: StoreChange[] = dug.merge === null ? [] : [dug.merge];
    if (shown !== undefined) changes.push({ type: 'section', section: shown });
    // If the store does not take it, nothing is lost: what is stored can be merged again later.
    await this.desk.commit(changes, 'relaxed').catch(() => []);
  }
}
