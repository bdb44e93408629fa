/**
 * Why an update is refused: it is not well formed, or not this device's to write.
 *
 * - `malformed`: its bytes are no whole V1 update, or it holds a gap marker, or a client twice.
 * - `too-large`: it, or one value in it, is over a limit.
 * - `too-costly`: placing it would cost more than any honest edit.
 * - `not-leased`: it writes under a clientID that this device does not hold.
 * - `gap`: its structs do not start where the section's state ends.
 * - `fork`: it says something else under clocks that this device has used before (a copied profile).
 * - `unknown-origin`: it hangs on something that neither the section nor the update holds.
 * - `unknown-delete`: it deletes what neither the section nor the update holds.
 * - `no-parent`: its parent is no container.
 * - `wrong-root`: the name of its root, or of a key, is not allowed.
 * - `wrong-shape`: its content does not belong in its root.
 * - `wrong-claim`: a claim in it is not well formed.
 * - `cloned-device`: another batch was sent under this batch number before.
 * - `too-many-held`: so much of this person's is held at the server that no more is; the device keeps it.
 */
export type BatchRefusalCode =
  | 'malformed'
  | 'too-large'
  | 'too-costly'
  | 'not-leased'
  | 'gap'
  | 'fork'
  | 'unknown-origin'
  | 'unknown-delete'
  | 'no-parent'
  | 'wrong-root'
  | 'wrong-shape'
  | 'wrong-claim'
  | 'cloned-device'
  | 'too-many-held';

/**
 * Why a well-formed update is held at the server instead of being taken.
 *
 * - `not-allowed`: its author may not write this here, or no longer.
 * - `deleted-parent`: it writes into something that has been deleted meanwhile.
 * - `old-epoch`: the section has been renewed since.
 * - `old-version`: a newer version of the app is needed to write in this section.
 * - `with-another`: another part of the same batch may not be taken.
 */
export type HoldCode = 'not-allowed' | 'deleted-parent' | 'old-epoch' | 'old-version' | 'with-another';

/** Every refusal code, in the order of its number on the wire. Only ever appended to. */
export const BATCH_REFUSAL_CODES = [
  'malformed',
  'too-large',
  'too-costly',
  'not-leased',
  'gap',
  'fork',
  'unknown-origin',
  'unknown-delete',
  'no-parent',
  'wrong-root',
  'wrong-shape',
  'wrong-claim',
  'cloned-device',
  'too-many-held',
] as const satisfies readonly BatchRefusalCode[];

/** Every hold code, in the order of its number on the wire. Only ever appended to. */
export const HOLD_CODES = [
  'not-allowed',
  'deleted-parent',
  'old-epoch',
  'old-version',
  'with-another',
] as const satisfies readonly HoldCode[];
