import type { Cursor } from '../cursor.ts';
import type { DeviceId, SectionId } from '../ids.ts';
import type { WriterVersions } from '../writer-versions.ts';

/** One section's share of a batch. */
export interface PushPart {
  readonly section: SectionId;
  readonly epoch: number;
  /** The cursor that the edit was written on; null on a device that had none yet. */
  readonly written: Cursor | null;
  /** A Yjs V1 update. */
  readonly update: Uint8Array;
}

/** A section that a device asks for after a manifest. */
export interface WantedSection {
  readonly section: SectionId;
  /** Null asks for the whole state, a state vector for what lies beyond it. */
  readonly vector: Uint8Array | null;
}

/** Begins a connection. Without a device id the server enrols a device. */
export interface Hello {
  readonly type: 'hello';
  readonly token: string;
  readonly device: DeviceId | null;
  readonly cursor: Cursor | null;
  /** The versions of each section's schema, and of its extensions, that this device writes, by the section's name. */
  readonly versions: Readonly<Record<string, WriterVersions>>;
}

/** Asks, after a manifest, for the sections that the device lacks or may be behind in. */
export interface Want {
  readonly type: 'want';
  readonly sections: readonly WantedSection[];
}

/** Sends one batch; its parts are taken together or not at all. */
export interface Push {
  readonly type: 'push';
  readonly batch: number;
  readonly parts: readonly PushPart[];
}

/**
 * Sends one command of the domain, to be decided at the server.
 *
 * Its number is of the same sequence as those of pushes.
 */
export interface Decide {
  readonly type: 'decide';
  readonly batch: number;
  /** The cursor that the command was given on; null on a device that had none yet. */
  readonly written: Cursor | null;
  /** JSON of the domain, at most 64 KiB. */
  readonly command: string;
}

/** Asks for more clientIDs. */
export interface Lease {
  readonly type: 'lease';
  readonly count: number;
}

/** Tells where this person is in an open section; a null state says that they have left it. */
export interface Presence {
  readonly type: 'presence';
  readonly section: SectionId;
  readonly client: number;
  readonly clock: number;
  /** JSON of at most 1 KiB. */
  readonly state: string | null;
}

/** Goes on under a new token without reconnecting. */
export interface Reauth {
  readonly type: 'reauth';
  readonly token: string;
}

/** Tells how many more bytes of frames the device has dealt with. */
export interface Received {
  readonly type: 'received';
  readonly bytes: number;
}

/** All that a device may say. */
export type ClientMessage =
  | Hello
  | Want
  | Push
  | Decide
  | Lease
  | Presence
  | Reauth
  | Received
  | { readonly type: 'ping' }
  | { readonly type: 'bye' };
