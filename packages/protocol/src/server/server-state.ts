import type { PartialPayload } from '../bytes/frame.ts';
import type { SectionId } from '../ids.ts';
import type { Hello, Presence } from '../messages/client-message.ts';
import type { Welcome } from '../messages/server-message.ts';

/** Where a connection is at the server. */
export type ServerPhase =
  | { readonly type: 'awaiting-hello'; readonly since: number }
  | { readonly type: 'authenticating'; readonly since: number; readonly hello: Hello }
  | { readonly type: 'live'; readonly welcome: Welcome; readonly expiresAt: number }
  | { readonly type: 'closed' };

/** What may still be spent of something that is earned over time. */
export interface Allowance {
  readonly left: number;
  readonly at: number;
}

/** All that a connection remembers at the server. Plain data; only `serverSession` makes new ones. */
export interface ServerState {
  readonly phase: ServerPhase;
  readonly partial: PartialPayload | null;
  readonly heard: number;
  /** Bytes sent and not told as received. */
  readonly unacknowledged: number;
  /** When the device last told, or when the first of these bytes was sent. */
  readonly acknowledgedAt: number;
  /** Batches and commands that are being judged. */
  readonly inFlight: ReadonlySet<number>;
  /** The clientIDs of this device. */
  readonly leases: ReadonlySet<number>;
  /** A new token is being judged. */
  readonly reauthenticating: boolean;
  /** Where this device's person is, per section. */
  readonly presence: ReadonlyMap<SectionId, Presence>;
  readonly messages: Allowance;
  readonly presences: Allowance;
  readonly wakeAt: number | null;
}

/** Begins a connection at the server; feed it `opened`. */
export function initialServer(): ServerState {
  return {
    phase: { type: 'awaiting-hello', since: 0 },
    partial: null,
    heard: 0,
    unacknowledged: 0,
    acknowledgedAt: 0,
    inFlight: new Set(),
    leases: new Set(),
    reauthenticating: false,
    presence: new Map(),
    messages: { left: 0, at: 0 },
    presences: { left: 0, at: 0 },
    wakeAt: null,
  };
}
