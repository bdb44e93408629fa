import { isSeen, type RecordState } from '@caseweave/model';
import type { Presence, PrincipalId, SectionId, ServerMessage } from '@caseweave/protocol';
import type { KnownWho } from '../directory/people.ts';
import type { Store } from '../rights/store.ts';
import type { SectionMeta } from './read-caseload.ts';
import type { Reader } from './reader.ts';

/** Where somebody is, as nodes tell each other. */
export interface PlaceElsewhere extends Omit<Presence, 'type'> {
  readonly principal: string;
}

/** What a board needs. */
export interface PresenceBoardOptions {
  readonly store: Pick<Store, 'model' | 'cache'>;
  readonly sections: (ids: Iterable<string>) => Promise<ReadonlyMap<string, SectionMeta>>;
  readonly isConnected: (reader: Reader) => boolean;
  readonly now: () => number;
  /** Tells the other nodes where somebody here is. */
  readonly announce: (place: PlaceElsewhere) => void;
}

/** A place of another node that was not told again for so long is that of a node that has gone. */
const FORGOTTEN_AFTER = 50_000;

/** Somebody in a section: on a connection here, or at another node. */
interface Place {
  readonly presence: Presence;
  readonly known: KnownWho;
  readonly reader: Reader | undefined;
  /** Who here knows of it. */
  readonly toldTo: Set<Reader>;
  readonly heardAt: number;
}

/**
 * Where people are in sections. Places are passed only to those who have the section open, may read it, and may know of
 * the other; of sections that the model keeps apart there are none. What is not told for a while is forgotten, and it costs the log nothing.
 */
export class PresenceBoard {
  readonly #options: PresenceBoardOptions;
  readonly #places = new Map<SectionId, Map<Reader | string, Place>>();

  constructor(options: PresenceBoardOptions) {
    this.#options = options;
  }

  /** Somebody who is connected here is in a section, or has left it. */
  async set(reader: Reader, presence: Presence): Promise<void> {
    const opened = await this.#opened(presence.section);
    if (opened === undefined || !this.#mayRead(reader, opened)) return;
    if (presence.state !== null && !this.#options.isConnected(reader)) return;
    if (this.#put(reader, { presence, known: reader.known, reader }, opened)) this.#announce(presence, reader);
  }

  /** Another node tells of somebody there. */
  async elsewhere(node: string, { principal, ...place }: PlaceElsewhere): Promise<void> {
    const opened = await this.#opened(place.section);
    const known = (await this.#options.store.cache.people([principal])).get(principal);
    if (opened === undefined || known === undefined) return;
    this.#put(
      `${node}/${place.client}`,
      { presence: { type: 'presence', ...place }, known, reader: undefined },
      opened,
    );
  }

  /** Somebody may read a section no more, or their connection has ended. */
  absent(reader: Reader, section: SectionId): void {
    const place = this.#places.get(section)?.get(reader);
    if (place === undefined) return;
    this.#announce(this.#remove(section, reader, place), reader);
  }

  /** A connection has ended. */
  leave(reader: Reader): void {
    for (const section of this.#places.keys()) this.absent(reader, section);
  }

  /** Tells the other nodes again where everyone here is. */
  announceAll(): void {
    for (const places of this.#places.values())
      for (const { reader, presence } of places.values()) if (reader !== undefined) this.#announce(presence, reader);
  }

  /** Forgets the places of nodes that tell of them no more. */
  forgetGone(): void {
    const since = this.#options.now() - FORGOTTEN_AFTER;
    for (const [section, places] of this.#places) {
      for (const [key, place] of places)
        if (place.reader === undefined && place.heardAt < since) this.#remove(section, key, place);
    }
  }

  /** The section that somebody has open, with its record; undefined where nobody's place is passed on. */
  async #opened(id: SectionId): Promise<Opened | undefined> {
    const { sections, store } = this.#options;
    const section = (await sections([id])).get(id);
    if (section === undefined || store.model.now.section(section.name)?.part.hasPresence !== true) return undefined;
    const state = (await store.cache.states([section.record])).get(section.record);
    return state === undefined ? undefined : { section, state };
  }

  #mayRead({ known: { who } }: Reader, { section, state }: Opened): boolean {
    return this.#options.store.model.now.may(who, 'read', section.name, state, this.#options.now());
  }

  /** Notes a place and tells those here who may know; false if it is no news. */
  #put(key: Reader | string, place: Omit<Place, 'toldTo' | 'heardAt'>, opened: Opened): boolean {
    const { presence, known, reader } = place;
    const { now, store } = this.#options;
    const places = this.#places.get(presence.section) ?? new Map<Reader | string, Place>();
    const before = places.get(key);
    if (presence.state === null) {
      if (before !== undefined) this.#remove(presence.section, key, before, presence);
      return before !== undefined;
    }
    const mine: Place = { ...place, toldTo: before?.toldTo ?? new Set(), heardAt: now() };
    places.set(key, mine);
    this.#places.set(presence.section, places);
    if (before?.presence.clock === presence.clock && before.presence.state === presence.state) return false;
    const sees = (one: Reader, other: KnownWho) =>
      this.#mayRead(one, opened) && isSeen(store.model.now, one.known.who, other.who, opened.state, now());
    for (const [otherKey, theirs] of places) {
      if (otherKey === key) continue;
      if (theirs.reader !== undefined && sees(theirs.reader, known)) tell(theirs.reader, mine);
      if (reader !== undefined && before === undefined && sees(reader, theirs.known)) tell(reader, theirs);
    }
    return true;
  }

  /** Takes a place away, and tells those who know of it. */
  #remove(section: SectionId, key: Reader | string, place: Place, last?: Presence): Presence {
    const gone = last ?? { ...place.presence, clock: place.presence.clock + 1, state: null };
    const places = this.#places.get(section);
    places?.delete(key);
    if (places?.size === 0) this.#places.delete(section);
    for (const reader of place.toldTo) if (places?.has(reader) === true) reader.present(placed(place.known, gone));
    return gone;
  }

  #announce({ section, client, clock, state }: Presence, { principalId }: Reader): void {
    this.#options.announce({ section, client, clock, state, principal: principalId });
  }
}

interface Opened {
  readonly section: SectionMeta;
  readonly state: RecordState;
}

function tell(reader: Reader, { known, presence, toldTo }: Place): void {
  toldTo.add(reader);
  reader.present(placed(known, presence));
}

/** The identity is the server's word, whatever the state says. */
const placed = ({ who, name, organisation }: KnownWho, { section, client, clock, state }: Presence): ServerMessage => ({
  type: 'presence',
  section,
  client,
  clock,
  state,
  who: { principal: who.id as PrincipalId, name, organisation },
});
