import { createHash } from 'node:crypto';
import type { BatchResult, HoldCode, WriterVersions, SectionId } from '@caseweave/protocol';

/** One section's share of a batch, as the log takes it. */
export interface BatchPart {
  readonly section: SectionId;
  readonly epoch: number;
  /** The position that the edit was written on; null where it is not known. */
  readonly base: number | null;
  readonly update: Uint8Array;
}

/** A batch that waits to be judged and appended. */
export interface Batch {
  readonly device: string;
  readonly principal: string;
  readonly batch: number;
  readonly hash: Buffer;
  readonly parts: readonly BatchPart[];
  /** Whether a clientID is leased to this device. */
  readonly leasedTo: (client: number) => boolean;
  /** The versions of each section's schema, and of its extensions, that the device writes. */
  readonly versions: Readonly<Record<string, WriterVersions>>;
  readonly at: number;
}

/** A row that is to be logged, or has been. */
interface NewRow {
  readonly section: string;
  readonly epoch: number;
  readonly device: string;
  readonly principal: string;
  readonly at: number;
  readonly batch: number;
  readonly base: number | null;
  readonly clients: readonly number[];
  readonly update: Uint8Array;
}

/** A row of the log. */
export interface LogRow extends NewRow {
  readonly seq: number;
}

/** A part that is kept apart, since it may not be taken. */
export interface HeldPart {
  readonly part: number;
  readonly section: string;
  readonly epoch: number;
  readonly base: number | null;
  readonly code: HoldCode;
  readonly update: Uint8Array;
}

/** What is to become of a batch. */
export interface Verdict {
  readonly result: BatchResult;
  readonly rows: readonly NewRow[];
  readonly held: readonly HeldPart[];
  /** ClientIDs that are finished in a section. */
  readonly closes: readonly { readonly section: string; readonly client: number }[];
}

/** What tells whether a batch is the one that was sent before under its number. */
export function batchHash(parts: readonly Pick<BatchPart, 'section' | 'epoch' | 'update'>[]): Buffer {
  const hash = createHash('sha256');
  for (const { section, epoch, update } of parts) hash.update(`${section}/${epoch}/${update.length}/`).update(update);
  return hash.digest();
}
