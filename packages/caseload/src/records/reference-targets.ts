import type { RecordId } from '@caseweave/protocol';
import type { Section, SectionSchema } from '@caseweave/record';
import type { CaseloadCore } from '../core.ts';

/** Where the references of open sections go: to what this tab has open, and so to nothing that may not be read. */
export class ReferenceTargets {
  readonly #core: CaseloadCore;

  constructor(core: CaseloadCore) {
    this.#core = core;
  }

  /** The open sections of this name that sections of a record may refer to: its own, and those of the kinds that the app names. */
  others(record: RecordId, name: string): readonly Section<SectionSchema>[] {
    const { references = {} } = this.#core.options;
    const kinds = references[this.#kindOf(record) ?? ''] ?? [];
    return Array.from(this.#core.live.values())
      .filter((live) => live.name === name)
      .filter((live) => live.record === record || kinds.includes(this.#kindOf(live.record) ?? ''))
      .map((live) => live.whole);
  }

  /** A section was opened, closed or rebuilt: those that refer to it follow it as it is now. */
  changed(): void {
    for (const live of Array.from(this.#core.live.values())) live.lookAround();
  }

  #kindOf(record: RecordId): string | undefined {
    return this.#core.mirror.records.get(record)?.kind;
  }
}
