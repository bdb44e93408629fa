import type { SectionId } from '@caseweave/protocol';
import type { SectionSchema } from '@caseweave/record';
import { AppCode } from './app-code/app-code.ts';
import { Listeners } from './app-code/listeners.ts';
import { Commands } from './decisions/commands.ts';
import type { LiveSection } from './documents/live-section.ts';
import type { CaseloadOptions } from './options.ts';
import { asStoreFailure, StoreFailure } from './ports/store-failure.ts';
import type { Durability, StoreChange } from './stored/change.ts';
import { Mirror } from './stored/mirror.ts';
import { partsOf, type StoredCaseload } from './stored/rows.ts';
import { Turns } from './turns.ts';

/** What the parts of an open caseload share: its ports, what is stored, what is open, and the order of their work. */
export class CaseloadCore {
  readonly options: CaseloadOptions;
  readonly turns = new Turns();
  readonly live = new Map<SectionId, LiveSection>();
  mirror: Mirror;
  /** Why the store's last transaction failed; null when it went well. */
  failure: StoreFailure | null = null;
  /** Set when the caseload is closed: what still waits for its turn is not done any more. */
  isOver = false;
  readonly appCode: AppCode;
  /** What the app's commands mean; without them nothing can be decided on this device. */
  readonly commands: Commands | undefined;
  readonly #listeners: Listeners;

  constructor(options: CaseloadOptions, stored: StoredCaseload) {
    this.options = options;
    const appCode = (this.appCode = new AppCode(options.onError));
    this.commands = options.decisions === undefined ? undefined : new Commands(options.decisions, appCode);
    this.#listeners = new Listeners(appCode);
    this.mirror = new Mirror(stored);
  }

  /**
   * Commits changes, then lets memory and the other tabs know them.
   *
   * @throws StoreFailure when nothing was committed
   */
  async commit(
    changes: readonly StoreChange[],
    durability: Durability,
    rebuilt: ReadonlySet<SectionId> = new Set(),
  ): Promise<readonly number[]> {
    if (changes.length === 0) return [];
    let numbers: readonly number[];
    try {
      numbers = await this.options.store.commit(changes, durability);
    } catch (error) {
      throw this.failed(error);
    }
    this.failure = null;
    this.mirror.take(changes, numbers);
    const sections = Array.from(new Set(changes.flatMap(sectionsIn)));
    this.options.channel.send({ type: 'committed', sections, rebuilt: Array.from(rebuilt) });
    this.tell();
    return numbers;
  }

  /** Notes that the store has failed; the status shows it until the store works again. */
  failed(error: unknown): StoreFailure {
    this.failure = asStoreFailure(error);
    this.tell();
    return this.failure;
  }

  /** Does this work in its turn. A failing store shows in the status; whatever else it throws is a mistake of ours. */
  later(work: () => Promise<void>): void {
    const whileOpen = async () => (this.isOver ? undefined : work());
    void this.turns.run(whileOpen).catch((error: unknown) => {
      if (this.isOver) return;
      if (!(error instanceof StoreFailure)) throw error;
      this.failed(error);
    });
  }

  schemaOf(name: string): SectionSchema | undefined {
    return this.appCode.call('schemas', () => this.options.schemas(name));
  }

  /** What the list shows of a section, as JSON; undefined where the app cannot tell. */
  projection(name: string, view: unknown, questions: number): string | null | undefined {
    return this.appCode.call('project', () => {
      const shown = this.options.project(name, view, questions);
      return shown === null ? null : JSON.stringify(shown);
    });
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  tell(): void {
    this.#listeners.tell();
  }

  forgetListeners(): void {
    this.#listeners.clear();
  }
}

function sectionsIn(change: StoreChange): readonly SectionId[] {
  switch (change.type) {
    case 'section':
      return [change.section.section];
    case 'drop-section':
    case 'base':
    case 'merge':
    case 'clear-base':
      return [change.section];
    case 'append':
    case 'amend':
      return partsOf(change.entry).map(({ section }) => section);
    case 'attend':
    case 'cursor':
    case 'decisions':
    case 'device':
    case 'drop-record':
    case 'record':
    case 'remove':
      return [];
  }
}
