import type { SectionId } from '@caseweave/protocol';
import type { CaseloadCore } from '../core.ts';
import type { LiveSection } from '../documents/live-section.ts';
import { loadDocument } from '../records/load-document.ts';
import type { Intake } from './intake.ts';

/** What bringing things into open sections asks of the writing tab. */
export interface OpenDocumentsHandlers {
  /** The clientID to write a section under; null where this tab may not write. */
  clientFor(section: SectionId): number | null;
  /** A section's stored rows, or what was received of it, cannot be read. */
  damaged(section: SectionId): Promise<void>;
  /** The content of a section is another: what is stored of it may be put together. */
  changed(section: SectionId): void;
}

/** The documents of the sections that are open on the writing tab: what was stored is brought into them. */
export class OpenDocuments {
  readonly #core: CaseloadCore;
  readonly #handlers: OpenDocumentsHandlers;

  constructor(core: CaseloadCore, handlers: OpenDocumentsHandlers) {
    this.#core = core;
    this.#handlers = handlers;
  }

  /** Brings in what a group of the server's messages meant. */
  async show({ gone, rebuilt, received }: Intake): Promise<void> {
    this.close(gone);
    for (const section of rebuilt) await this.rebuild(section);
    for (const [section, updates] of received) {
      const live = this.#core.live.get(section);
      if (live === undefined) continue;
      if (!rebuilt.has(section)) await this.#receive(live, updates);
      this.#handlers.changed(section);
    }
  }

  /** Makes the document of a section, if that is open, again of what is stored. */
  async rebuild(section: SectionId): Promise<void> {
    const row = this.#core.mirror.sections.get(section);
    const live = this.#core.live.get(section);
    if (row === undefined || live === undefined) return;
    const loaded = await loadDocument(this.#core, row, this.#handlers.clientFor(section));
    if (loaded.type === 'damaged') return this.#handlers.damaged(section);
    live.rebuild(loaded.document);
    this.#handlers.changed(section);
  }

  async rebuildAll(): Promise<void> {
    for (const section of Array.from(this.#core.live.keys())) await this.rebuild(section);
  }

  /** Ends sections that may be read no more, or begin afresh. */
  close(sections: Iterable<SectionId>): void {
    for (const section of sections) {
      const live = this.#core.live.get(section);
      this.#core.live.delete(section);
      live?.close();
    }
  }

  async #receive(live: LiveSection, updates: readonly Uint8Array[]): Promise<void> {
    try {
      live.receive(updates);
    } catch {
      return this.#handlers.damaged(live.section);
    }
    if (live.hasLostItsClient()) await this.rebuild(live.section);
  }
}
