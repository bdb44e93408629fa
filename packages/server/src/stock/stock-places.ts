import { type PresenceOf, WIRE } from '@caseweave/protocol';
import { STOCK } from './stock-limits.ts';
import { writeAwareness } from './stock-messages.ts';

type Who = PresenceOf['who'];

/** Reads the state that a client gives itself; undefined for one that is too large or is not what editors send. */
export function readState(bytes: Uint8Array): string | null | undefined {
  if (bytes.length > WIRE.presenceBytes) return undefined;
  try {
    const state: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), withoutPrototypes);
    if (state === null) return null;
    if (typeof state !== 'object' || Array.isArray(state)) return undefined;
    // Written out again it may be longer: a device would not read it.
    const written = JSON.stringify(state);
    return Buffer.byteLength(written) > WIRE.presenceBytes ? undefined : written;
  } catch {
    return undefined;
  }
}

/** A state as stock editors read it: its `user` is who the server knows them to be, whatever it said. */
function stamped(state: string, { principal, name, organisation }: Who): string {
  let said: unknown;
  try {
    said = JSON.parse(state, withoutPrototypes);
  } catch {
    said = undefined;
  }
  const own = typeof said === 'object' && said !== null ? said : {};
  const user: unknown = 'user' in own ? own.user : undefined;
  const color: unknown = typeof user === 'object' && user !== null && 'color' in user ? user.color : undefined;
  const colored = typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? { color } : {};
  return JSON.stringify({ ...own, user: { name, principal, organisation, ...colored } });
}

const withoutPrototypes = (key: string, value: unknown): unknown => (key === '__proto__' ? undefined : value);

/** Where others are, as one stock client is told: gathered for a moment, since its provider sends back all that it hears. */
export class StockPlaces {
  readonly #send: (message: Uint8Array) => void;
  readonly #now: () => number;
  readonly #others = new Map<number, string>();
  readonly #moved = new Map<number, string>();
  #timer: NodeJS.Timeout | undefined;
  #clock = 0;

  constructor(send: (message: Uint8Array) => void, now: () => number) {
    this.#send = send;
    this.#now = now;
  }

  /** Somebody is somewhere, or has gone. */
  take({ client, state, who }: PresenceOf): void {
    if (state === null) {
      if (!this.#others.delete(client)) return;
      this.#moved.set(client, 'null');
    } else {
      const shown = stamped(state, who);
      this.#others.set(client, shown);
      this.#moved.set(client, shown);
    }
    this.#timer ??= setTimeout(() => this.#tell(), STOCK.placesEvery);
  }

  /** Tells of everybody. */
  tellAll(): void {
    this.#say(this.#others);
  }

  /** Says something: a client that hears nothing for half a minute connects again. */
  beat(): void {
    this.#say([]);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #tell(): void {
    this.#timer = undefined;
    this.#say(this.#moved);
    this.#moved.clear();
  }

  /** A client takes a place only if its clock is higher than the last one, also over connections. */
  #say(places: Iterable<readonly [number, string]>): void {
    this.#clock = Math.max(this.#clock + 1, Math.floor(this.#now()));
    this.#send(writeAwareness(places, this.#clock));
  }
}
