import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Acts } from '@caseweave/protocol';
import { openDatabase } from '@caseweave/server';
import type { TestAddress } from '@caseweave/testing';
import { sql } from 'kysely';

/** What somebody was told of a record. */
export interface ToldRecord {
  readonly kind: string;
  readonly facts: unknown;
  readonly sections: Readonly<Record<string, ToldSection>>;
}

interface ToldSection {
  readonly section: string;
  readonly epoch: number;
  readonly oldestWriter: number;
  readonly acts: Acts;
  readonly authors: readonly unknown[];
  readonly projection: unknown;
}

/** A device that was away, and what it held. */
interface KeptDevice {
  readonly who: string;
  readonly device: string;
  readonly cursor: string;
  readonly nextBatch: number;
  readonly leases: readonly number[];
  /** The state of each of its sections, in base64. */
  readonly docs: Readonly<Record<string, string>>;
}

/** What the server of version 8 told of the store. */
interface KeptAnswers {
  /** When it told. */
  readonly at: number;
  readonly families: Readonly<Record<'F1' | 'F2' | 'F3' | 'F4' | 'imported', string>>;
  readonly protectedChild: string;
  /** By authority, principal and record. */
  readonly answers: Readonly<
    Record<'main' | 'council', Readonly<Record<string, Readonly<Record<string, ToldRecord>>>>>
  >;
  readonly devices: readonly KeptDevice[];
  readonly again: {
    readonly who: string;
    readonly device: string;
    readonly batch: number;
    readonly part: { readonly section: string; readonly epoch: number; readonly update: string };
    readonly decision: { readonly batch: number; readonly command: object };
    readonly refused: { readonly batch: number; readonly command: object };
    readonly keys: readonly { readonly key: string; readonly principal: string; readonly command: object }[];
  };
}

const read = (name: string): string => gunzipSync(readFileSync(new URL(name, import.meta.url))).toString('utf8');

/** What the server of version 8 told of the store at the end. */
export const keptAnswers = JSON.parse(read('store-8.answers.json.gz'), inWordsOfToday) as KeptAnswers;

/** What is told in another form since: an author's agency is told as their organisation. */
function inWordsOfToday(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('client' in value && 'agency' in value)) return value;
  const { agency, ...author } = value;
  return { ...author, organisation: agency };
}

/** Makes the kept store in an empty database. */
export async function loadKeptStore(address: TestAddress): Promise<void> {
  const database = openDatabase(address, 1);
  await sql.raw(read('store-8.sql.gz')).execute(database.db);
  await database.close();
}
