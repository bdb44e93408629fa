/** How much one update may hold. */
export interface AdmissionLimits {
  readonly updateBytes: number;
  readonly structs: number;
  readonly deleteRanges: number;
  /** The characters that one struct of a text may hold. */
  readonly textLength: number;
  /** The bytes of one claim. */
  readonly claimBytes: number;
  /** How deep a value, the claim around it included, or a type within types, may be nested. */
  readonly valueDepth: number;
  readonly typeDepth: number;
  readonly nameLength: number;
  /** How far one struct may advance its client's clock without carrying as many bytes (what was created and deleted). */
  readonly deletedRun: number;
  /** Steps that Yjs may need to find the places of all the update's structs. */
  readonly placingSteps: number;
}

/** The limits that hold unless a caller gives others. */
export const ADMISSION_LIMITS: AdmissionLimits = {
  updateBytes: 1024 * 1024,
  structs: 25_000,
  deleteRanges: 10_000,
  textLength: 512 * 1024,
  claimBytes: 256 * 1024,
  valueDepth: 18,
  typeDepth: 12,
  nameLength: 128,
  deletedRun: 16 * 1024 * 1024,
  placingSteps: 250_000,
};
