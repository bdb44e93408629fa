import type { PresenceOf, SectionId } from '@caseweave/protocol';
import type { CaseloadCore } from '../core.ts';

/** Where this person is in a section, as the server is told. */
interface OwnPlace {
  readonly section: SectionId;
  readonly client: number;
  readonly clock: number;
  readonly state: string | null;
}

/** What the writing tab needs to tell where this person is. */
export interface PlacesHandlers {
  clientFor(section: SectionId): number | null;
  tell(place: OwnPlace): void;
}

/**
 * Who is where, for all tabs of this device: one connection tells where this person is, and hears of the others. What a
 * tab that reads along says counts as long as the writing one says nothing of that section.
 */
export class Places {
  readonly #core: CaseloadCore;
  readonly #handlers: PlacesHandlers;
  readonly #others = new Map<SectionId, Map<number, PresenceOf>>();
  readonly #here = new Map<SectionId, string>();
  readonly #elsewhere = new Map<SectionId, string>();
  #clock = 0;

  constructor(core: CaseloadCore, handlers: PlacesHandlers) {
    this.#core = core;
    this.#handlers = handlers;
  }

  /** Somebody else is in a section, or has left it. */
  heard(presence: PresenceOf): void {
    const { section, client, state } = presence;
    const known = this.#others.get(section) ?? new Map<number, PresenceOf>();
    if (state === null) known.delete(client);
    else known.set(client, presence);
    if (known.size === 0) this.#others.delete(section);
    else this.#others.set(section, known);
    this.#core.live.get(section)?.others.receive(presence);
    this.#core.options.channel.send({ type: 'presence', presence });
  }

  /** The connection has ended: nobody's place is known. */
  lost(): void {
    this.#others.clear();
    for (const live of this.#core.live.values()) live.others.forgetOthers();
    this.#core.options.channel.send({ type: 'presence-lost' });
  }

  /** A tab has opened a section and wants to know who is there. */
  asked(section: SectionId): void {
    for (const presence of this.#others.get(section)?.values() ?? []) {
      this.#core.options.channel.send({ type: 'presence', presence });
    }
  }

  /** This tab says where this person is, under the clientID that it writes under. */
  moved(section: SectionId, client: number, state: string | null): void {
    if (state === null) this.#here.delete(section);
    else this.#here.set(section, state);
    this.#tell(section, client, state ?? this.#elsewhere.get(section) ?? null);
  }

  /** A tab that reads along says where this person is. */
  movedElsewhere(section: SectionId, state: string | null): void {
    if (state === null) this.#elsewhere.delete(section);
    else this.#elsewhere.set(section, state);
    const client = this.#handlers.clientFor(section);
    if (client !== null && !this.#here.has(section)) this.#tell(section, client, state);
  }

  #tell(section: SectionId, client: number, state: string | null): void {
    // Each document would count its own moves from nothing, and the others leave out what seems older.
    this.#clock += 1;
    this.#handlers.tell({ section, client, clock: this.#clock, state });
  }
}
