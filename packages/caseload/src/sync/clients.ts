import type { SectionId } from '@caseweave/protocol';
import type { CaseloadCore } from '../core.ts';
import type { HeldLock } from '../ports/locks.ts';

/** So many clientIDs are kept in reserve, for sections in which one is finished. */
const spares = 2;

/** The clientIDs that this tab writes under: those leased to this device, each under a lock while it is in use here. */
export class Clients {
  readonly #core: CaseloadCore;
  readonly #locks = new Map<number, HeldLock>();

  constructor(core: CaseloadCore) {
    this.#core = core;
  }

  /** Takes the lock of every clientID of this device that no other tab holds. */
  async take(): Promise<void> {
    for (const client of this.#leases()) {
      if (this.#locks.has(client)) continue;
      const lock = await this.#core.options.locks.tryTake(`caseweave client ${client}`);
      if (lock !== undefined) this.#locks.set(client, lock);
    }
  }

  /** The clientID for a section: always the first that is not finished there, so that few are ever used. */
  forSection(section: SectionId): number | null {
    return this.unless(this.#core.mirror.sections.get(section)?.closed ?? []);
  }

  /** The clientID for a section in which these are finished. */
  unless(closed: readonly number[]): number | null {
    return this.#leases().find((client) => this.#locks.has(client) && !closed.includes(client)) ?? null;
  }

  /** How many more clientIDs this device should ask for. */
  lacking(): number {
    const finished = new Set(Array.from(this.#core.mirror.sections.values()).flatMap(({ closed }) => closed));
    const fresh = this.#leases().filter((client) => this.#locks.has(client) && !finished.has(client));
    return fresh.length === 0 ? spares : 0;
  }

  release(): void {
    for (const lock of this.#locks.values()) lock.release();
    this.#locks.clear();
  }

  #leases(): readonly number[] {
    return this.#core.mirror.device?.leases ?? [];
  }
}
