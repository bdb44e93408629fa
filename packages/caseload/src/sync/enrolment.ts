import type { Welcome } from '@caseweave/protocol';
import type { CaseloadCore } from '../core.ts';
import type { LiveSection } from '../documents/live-section.ts';
import type { DeviceRow } from '../stored/rows.ts';
import type { Clients } from './clients.ts';

/** What keeping this device's name and clientIDs asks of the writing tab. */
export interface EnrolmentHandlers {
  /** Asks the server for more clientIDs. */
  askFor(count: number): void;
  /** A section that had no clientID has one now. */
  mayWrite(live: LiveSection): Promise<void>;
}

/** Keeps what the server says of this device: its name, whose it is, and the clientIDs that it may write under. */
export class Enrolment {
  readonly #core: CaseloadCore;
  readonly #clients: Clients;
  readonly #handlers: EnrolmentHandlers;
  #isAsked = false;

  constructor(core: CaseloadCore, clients: Clients, handlers: EnrolmentHandlers) {
    this.#core = core;
    this.#clients = clients;
    this.#handlers = handlers;
  }

  async welcomed({ device, principal, generation, leases: given }: Welcome): Promise<void> {
    const known = this.#core.mirror.device;
    // The order in which they were first handed out is kept: the first is the one in use.
    const kept = known?.leases.filter((client) => given.includes(client)) ?? [];
    const leases = [...kept, ...given.filter((client) => !kept.includes(client))];
    await this.#keep({ device, principal, generation, leases });
  }

  async leased(leases: readonly number[]): Promise<void> {
    this.#isAsked = false;
    const { device } = this.#core.mirror;
    if (device === null) return;
    const added = leases.filter((client) => !device.leases.includes(client));
    await this.#keep({ ...device, leases: [...device.leases, ...added] });
  }

  askForLeases(): void {
    const count = this.#clients.lacking();
    if (count === 0 || this.#isAsked || this.#core.mirror.device === null) return;
    this.#isAsked = true;
    this.#handlers.askFor(count);
  }

  async #keep(device: DeviceRow): Promise<void> {
    if (JSON.stringify(device) !== JSON.stringify(this.#core.mirror.device)) {
      await this.#core.commit([{ type: 'device', device }], 'strict');
    }
    await this.#clients.take();
    for (const live of Array.from(this.#core.live.values())) {
      if (live.client === null && this.#clients.forSection(live.section) !== null) await this.#handlers.mayWrite(live);
    }
    this.askForLeases();
  }
}
