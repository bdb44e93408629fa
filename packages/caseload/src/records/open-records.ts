import type { RecordId, SectionId } from '@caseweave/protocol';
import { isUsableAs, RecordError, type SectionSchema } from '@caseweave/record';
import { Listeners } from '../app-code/listeners.ts';
import type { CaseloadCore } from '../core.ts';
import { editTogether } from '../documents/edit-together.ts';
import { loadDocument } from './load-document.ts';
import { LiveSection, type SectionHost } from '../documents/live-section.ts';
import type { OpenRecord } from '../documents/open-record.ts';
import type { OpenSection } from '../documents/open-section.ts';
import { ReferenceTargets } from './reference-targets.ts';

/** What opening a section needs of whoever writes, or follows, on this tab. */
export interface OpeningHandlers extends Omit<SectionHost, 'appCode' | 'others' | 'changed'> {
  /** The clientID to write a section under; null where this tab may not write. */
  clientFor(section: SectionId): number | null;
  /** A section is open on this tab now. */
  opened(section: SectionId): void;
  /** A section's stored rows cannot be read. */
  damaged(section: SectionId): Promise<void>;
}

/** The records that are open on this tab. Opened twice, a record shares its sections. */
export class OpenRecords {
  readonly #core: CaseloadCore;
  readonly #handlers: OpeningHandlers;
  readonly #targets: ReferenceTargets;
  readonly #host: SectionHost;
  readonly #handles = new Set<Handle>();

  constructor(core: CaseloadCore, handlers: OpeningHandlers) {
    this.#core = core;
    this.#handlers = handlers;
    const targets = (this.#targets = new ReferenceTargets(core));
    this.#host = {
      ...handlers,
      appCode: core.appCode,
      others: (record, name) => targets.others(record, name),
      changed: () => targets.changed(),
    };
  }

  async open(record: RecordId): Promise<OpenRecord> {
    const handle = new Handle(this.#core, record, (closed) => {
      this.#handles.delete(closed);
      // After what was edited in it has been stored.
      this.#core.later(async () => this.#closeUnused());
    });
    this.#handles.add(handle);
    try {
      await this.#core.turns.run(() => this.fill());
    } catch (error) {
      handle.close();
      throw this.#core.failed(error);
    }
    return handle;
  }

  /** Opens what has arrived of open records, closes what is gone, and tells those whose sections changed. */
  async fill(): Promise<void> {
    let opened = false;
    for (const { record } of Array.from(this.#handles)) {
      for (const row of this.#core.mirror.sectionsOf(record)) {
        const schema = this.#core.schemaOf(row.name);
        if (schema === undefined || !row.held || this.#core.live.has(row.section)) continue;
        const loaded = await loadDocument(this.#core, row, this.#handlers.clientFor(row.section));
        if (loaded.type === 'damaged') {
          await this.#handlers.damaged(row.section);
          continue;
        }
        this.#core.live.set(row.section, new LiveSection(row, schema, loaded.document, this.#host));
        opened = true;
        this.#handlers.opened(row.section);
        // If the store does not take it now, it is merged at the next opening.
        if (loaded.merge !== null) await this.#core.commit([loaded.merge], 'relaxed').catch(() => []);
      }
    }
    if (opened) this.#targets.changed();
    for (const handle of Array.from(this.#handles)) handle.refresh();
  }

  closeAll(): void {
    for (const handle of Array.from(this.#handles)) handle.end();
    this.#handles.clear();
    this.#closeUnused();
  }

  #closeUnused(): void {
    const open = new Set(Array.from(this.#handles, ({ record }) => record));
    const unused = Array.from(this.#core.live.values()).filter((live) => !open.has(live.record));
    // All are gone before any is closed: none of them is told of another's end.
    for (const live of unused) this.#core.live.delete(live.section);
    for (const live of unused) live.close();
  }
}

class Handle implements OpenRecord {
  readonly record: RecordId;
  readonly #core: CaseloadCore;
  readonly #closed: (handle: Handle) => void;
  readonly #listeners: Listeners;
  #listed: ReturnType<OpenRecord['sections']> = [];
  #shown = '';
  #isClosed = false;

  constructor(core: CaseloadCore, record: RecordId, closed: (handle: Handle) => void) {
    this.#core = core;
    this.#listeners = new Listeners(core.appCode);
    this.record = record;
    this.#closed = closed;
  }

  sections(): ReturnType<OpenRecord['sections']> {
    return this.#listed;
  }

  // The schema says how the section's views and drafts are typed, and so it is held to be the one that it was opened with.
  section<Schema extends SectionSchema>(wanted: Schema | string): OpenSection<Schema> | undefined {
    return (typeof wanted === 'string' ? this.#live(wanted) : this.#liveBy(wanted)) as unknown as
      | OpenSection<Schema>
      | undefined;
  }

  edit: OpenRecord['edit'] = (schemas, change, options = {}) =>
    editTogether(
      schemas.map((schema) => this.#liveBy(schema)),
      change,
      options,
    );

  presence(name: string): OpenSection['presence'] | undefined {
    return this.section(name)?.presence;
  }

  #liveBy(wanted: SectionSchema): LiveSection | undefined {
    const live = this.#live(wanted.name);
    if (live === undefined || isUsableAs(live.schema, wanted)) return live;
    throw new RecordError(
      'other-schema',
      `${wanted.name} is open by another schema of that name: ask with the one that the caseload was given, or one that it extends.`,
    );
  }

  #live(name: string): LiveSection | undefined {
    if (this.#isClosed) return undefined;
    const row = this.#core.mirror.sectionsOf(this.record).find((one) => one.name === name);
    return row === undefined ? undefined : this.#core.live.get(row.section);
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  refresh(): void {
    const rows = this.#core.mirror.sectionsOf(this.record);
    const listed = rows.map(({ name, acts, held }) => ({ name, acts, held }));
    const shown = JSON.stringify([listed, rows.map(({ section }) => this.#core.live.has(section))]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#listed = listed;
    this.#listeners.tell();
  }

  close(): void {
    if (this.#isClosed) return;
    this.end();
    this.#closed(this);
  }

  end(): void {
    this.#isClosed = true;
    this.#listeners.tell();
    this.#listeners.clear();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}
