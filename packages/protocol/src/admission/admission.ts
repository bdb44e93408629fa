import type * as Y from 'yjs';
import type { HoldCode, BatchRefusalCode } from '../codes.ts';
import type { Acts } from '../messages/header.ts';
import type { Shape } from '../shape.ts';
import type { WriterVersions } from '../writer-versions.ts';
import type { AdmissionLimits } from './limits.ts';

/** One update, and all that its admission depends on. */
export interface AdmissionInput {
  /** The bytes as the device sent them. */
  readonly update: Uint8Array;
  /** The section as it stands. It is only read. */
  readonly doc: Y.Doc;
  /** Undefined if this server does not know the section's schema: then all of it is an unknown field. */
  readonly shape: Shape | undefined;
  /** Whether this device holds a clientID. */
  readonly leasedTo: (client: number) => boolean;
  /** Whether a clientID has been closed in this section after a refusal or a hold. */
  readonly isClosed: (client: number) => boolean;
  /** Whether this person wrote under a clientID, on whatever device; where left out, whether this device holds it. */
  readonly isOwn?: ((client: number) => boolean) | undefined;
  readonly acts: Acts;
  /** The versions of the section's schema, and of its extensions, that the device writes; undefined if it did not say. */
  readonly versions?: WriterVersions | undefined;
  readonly limits?: AdmissionLimits | undefined;
}

/**
 * What may be done with an update.
 *
 * - `admitted`: log and apply `update`, which is the device's without what the section already holds.
 * - `empty`: nothing in it is new; take it and log nothing.
 * - `refused`: not well formed, or not this device's to write; the device keeps it.
 * - `held`: well formed, but may not be taken; the server keeps it apart.
 * - `behind`: its clientID is closed in this section since an earlier refusal or hold.
 */
export type Admission =
  | { readonly type: 'admitted'; readonly update: Uint8Array; readonly clients: readonly number[] }
  | { readonly type: 'empty' }
  | { readonly type: 'refused'; readonly code: BatchRefusalCode; readonly client?: number }
  | { readonly type: 'held'; readonly code: HoldCode; readonly client?: number }
  | { readonly type: 'behind'; readonly client: number };
