import { may, type RecordFacts, seesPractitioner } from '@caseweave/family';
import type { Presence, PrincipalId, SectionId, ServerMessage } from '@caseweave/protocol';
import type { KnownPrincipal } from '../directory/people.ts';
import type { DirectoryCache } from '../rights/directory-cache.ts';
import type { SectionMeta } from './read-caseload.ts';
import type { Reader } from './reader.ts';

/** Where somebody is, as nodes tell each other. */
export interface PlaceElsewhere extends Omit<Presence, 'type'> {
  readonly principal: string;
}

/** What a board needs. */
export interface PresenceBoardOptions {
  readonly directory: DirectoryCache;
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
  readonly known: KnownPrincipal;
  readonly reader: Reader | undefined;
  /** Who here knows of it. */
  readonly toldTo: Set<Reader>;
  readonly heardAt: number;
}

/**
 * Where people are in sections. Places are passed only to those who have the section open, may read it, and may know of
 * the other; of `safety.*` sections there are none. What is not told for a while is forgotten, and it costs the log nothing.
 */
export class PresenceBoard {
  readonly #options: PresenceBoardOptions;
  readonly #places = new Map<SectionId, Map<Reader | string, Place>>();

  constructor(options: PresenceBoardOptions) {
    this.#options = options;
  }

  /** Somebody who is connected here is in a section, or has left it. */
  async set(reader: Reader, presence: Presence): Promise<void> {
    const ground = await this.#ground(presence.section);
    if (ground === undefined || !this.#mayRead(reader, ground)) return;
    if (presence.state !== null && !this.#options.isConnected(reader)) return;
    if (this.#put(reader, { presence, known: reader.known, reader }, ground)) this.#announce(presence, reader);
  }

  /** Another node tells of somebody there. */
  async elsewhere(node: string, { principal, ...place }: PlaceElsewhere): Promise<void> {
    const ground = await this.#ground(place.section);
    const known = (await this.#options.directory.principals([principal])).get(principal);
    if (ground === undefined || known === undefined) return;
    this.#put(
      `${node}/${place.client}`,
      { presence: { type: 'presence', ...place }, known, reader: undefined },
      ground,
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

  /** What rights in a section are judged on; undefined where nobody's place is passed on. */
  async #ground(id: SectionId): Promise<Ground | undefined> {
    const { sections, directory } = this.#options;
    const section = (await sections([id])).get(id);
    if (section === undefined || section.name.startsWith('safety.')) return undefined;
    const facts = (await directory.facts([section.record])).get(section.record)?.facts;
    return facts === undefined ? undefined : { section, facts };
  }

  #mayRead({ known: { principal } }: Reader, { section, facts }: Ground): boolean {
    return may(principal, 'read', section.name, facts, this.#options.now());
  }

  /** Notes a place and tells those here who may know; false if it is no news. */
  #put(key: Reader | string, place: Omit<Place, 'toldTo' | 'heardAt'>, ground: Ground): boolean {
    const { presence, known, reader } = place;
    const { now } = this.#options;
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
    const sees = (one: Reader, other: KnownPrincipal) =>
      this.#mayRead(one, ground) && seesPractitioner(one.known.principal, other.principal, ground.facts, now());
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

interface Ground {
  readonly section: SectionMeta;
  readonly facts: RecordFacts;
}

function tell(reader: Reader, { known, presence, toldTo }: Place): void {
  toldTo.add(reader);
  reader.present(placed(known, presence));
}

/** The identity is the server's word, whatever the state says. */
const placed = (
  { principal, name, agencyName }: KnownPrincipal,
  { section, client, clock, state }: Presence,
): ServerMessage => ({
  type: 'presence',
  section,
  client,
  clock,
  state,
  who: { principal: principal.id as PrincipalId, name, organisation: agencyName },
});
