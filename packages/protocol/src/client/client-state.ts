import type { PartialPayload } from '../bytes/frame.ts';
import type { Cursor } from '../cursor.ts';
import type { DeviceId, SectionId } from '../ids.ts';
import type { Decide, Presence, Push, WantedSection } from '../messages/client-message.ts';
import type { WriterVersions } from '../writer-versions.ts';

/** What a device's connection begins with. */
export interface ClientOptions {
  /** Null enrols this device at its first welcome. */
  readonly device: DeviceId | null;
  /** The cursor in the store. */
  readonly cursor: Cursor | null;
  /** The versions of each section's schema, and of its extensions, that this app writes. */
  readonly versions: Readonly<Record<string, WriterVersions>>;
  /** The app's offline switch; on unless told otherwise. */
  readonly switchedOn?: boolean;
}

/** Where a device's connection is. */
export type ClientPhase =
  | { readonly type: 'idle' }
  | { readonly type: 'switched-off' }
  | { readonly type: 'waiting'; readonly until: number }
  | { readonly type: 'asking-token' }
  | { readonly type: 'connecting'; readonly token: string; readonly since: number }
  | { readonly type: 'greeting'; readonly since: number }
  | { readonly type: 'live'; readonly live: Live }
  | { readonly type: 'sign-in-needed' }
  | { readonly type: 'stopped'; readonly code: number; readonly words: string | null };

/** What is known while a connection is up. */
export interface Live {
  readonly since: number;
  readonly lastHeard: number;
  readonly pingedAt: number | null;
  /** Batches and commands sent on this connection and not heard about. */
  readonly inFlight: ReadonlySet<number>;
  /** Null while a token is being asked for or judged. */
  readonly reauthAt: number | null;
  /** The server's clock less the machine's. */
  readonly serverAhead: number;
  readonly catching: Catching | null;
  /** Bytes dealt with and not yet told. */
  readonly owed: number;
  readonly owedSince: number;
  /** Presence messages that may still be sent now, and when that was counted. */
  readonly presenceRoom: number;
  readonly presenceAt: number;
  readonly presenceDirty: ReadonlySet<SectionId>;
}

/** A manifest is being fulfilled. */
export interface Catching {
  /** Null until the store has compared the manifest with what it holds. */
  readonly wanted: ReadonlySet<SectionId> | null;
  /** Wanted and not yet asked for. */
  readonly queue: readonly WantedSection[];
  readonly of: number;
  /** The newest cursor, to be kept once nothing is wanted. */
  readonly cursor: Cursor;
}

/** All that a device's connection remembers. Plain data; only `clientSession` makes new ones. */
export interface ClientState {
  readonly phase: ClientPhase;
  readonly since: number;
  readonly device: DeviceId | null;
  /** The cursor that is durably stored. */
  readonly cursor: Cursor | null;
  readonly versions: Readonly<Record<string, WriterVersions>>;
  /** Connections that failed since the last steady one. */
  readonly attempts: number;
  /** The server has not accepted the last token. */
  readonly tokenRefused: boolean;
  /** Batches and commands without an outcome, in order. */
  readonly outbox: readonly (Push | Decide)[];
  /** `store` effects that are not yet answered: their bytes on this connection, and their cursor. */
  readonly storing: readonly { readonly bytes: number; readonly cursor: Cursor | null }[];
  /** ClientIDs asked for by the app and not yet handed over. */
  readonly leaseWanted: number;
  /** Where this person is in each open section. */
  readonly presence: ReadonlyMap<SectionId, Presence>;
  readonly partial: PartialPayload | null;
  /** What the server said before it closed. */
  readonly farewell: { readonly code: number; readonly words: string; readonly retryAfter: number } | null;
  /** The moment of the last `wake` effect. */
  readonly wakeAt: number | null;
}

/** Begins a device's connection; feed it `start` to make it connect. */
export function initialClient(options: ClientOptions): ClientState {
  return {
    phase: { type: options.switchedOn === false ? 'switched-off' : 'idle' },
    since: 0,
    device: options.device,
    cursor: options.cursor,
    versions: options.versions,
    attempts: 0,
    tokenRefused: false,
    outbox: [],
    storing: [],
    leaseWanted: 0,
    presence: new Map(),
    partial: null,
    farewell: null,
    wakeAt: null,
  };
}
