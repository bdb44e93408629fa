import { randomBytes } from 'node:crypto';
import { entityIds } from '@caseweave/record';
import type { Db } from '@caseweave/server';
import { sql } from 'kysely';

/** What rows of a directory file are about. */
export type RowKind = 'hub' | 'agency' | 'practitioner' | 'account' | 'person' | 'family' | 'household';

/** A row as it was imported, and the record that stands for it here. */
export interface ImportedRow {
  readonly kind: RowKind;
  readonly ref: string;
  readonly record: string | null;
  /** Without names. */
  readonly row: unknown;
}

/** All that was imported before, to compare with. */
export class ImportedRows {
  readonly #rows: Map<string, ImportedRow>;

  private constructor(rows: readonly ImportedRow[]) {
    this.#rows = new Map(rows.map((row) => [keyOf(row.kind, row.ref), row]));
  }

  static async load(db: Db, authority: string): Promise<ImportedRows> {
    const { rows } = await sql<ImportedRow>`
      select kind, ref, record, row from imported_row where authority = ${authority}`.execute(db);
    return new ImportedRows(rows);
  }

  get(kind: RowKind, ref: string): ImportedRow | undefined {
    return this.#rows.get(keyOf(kind, ref));
  }

  /** The record that stands for a reference; it was imported. */
  recordOf(kind: RowKind, ref: string): string {
    const record = this.get(kind, ref)?.record;
    if (record === null || record === undefined)
      throw new Error('A row of a directory was used before it was imported.');
    return record;
  }

  /** The households of references: those that are known, and rows for those that are not, to be kept. */
  householdsOf(refs: Iterable<string | null>): {
    readonly of: ReadonlyMap<string, string>;
    readonly rows: readonly ImportedRow[];
  } {
    const of = new Map<string, string>();
    const rows: ImportedRow[] = [];
    for (const ref of new Set(refs)) {
      if (ref === null) continue;
      const known = this.get('household', ref)?.record;
      const household = known ?? newId();
      of.set(ref, household);
      if (known === undefined) rows.push({ kind: 'household', ref, record: household, row: {} });
    }
    return { of, rows };
  }

  /** Whether a row says what it said when it was last imported. */
  isSame({ kind, ref, row }: Omit<ImportedRow, 'record'>): boolean {
    const last = this.get(kind, ref);
    return last !== undefined && canonical(last.row) === canonical(row);
  }

  /** The references of a kind that are in no row of these. */
  absent(kind: RowKind, present: Iterable<string>): readonly string[] {
    const here = new Set(present);
    return [...this.#rows.values()].filter((row) => row.kind === kind && !here.has(row.ref)).map(({ ref }) => ref);
  }

  /** Keeps rows as imported, in a transaction of the caller's. */
  async keep(db: Db, authority: string, rows: readonly ImportedRow[]): Promise<void> {
    await sql`insert into imported_row (authority, kind, ref, record, row)
      select ${authority}, * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(kind text, ref text, record text, row jsonb)
      on conflict (authority, kind, ref) do update set record = excluded.record, row = excluded.row`.execute(db);
    for (const row of rows) this.#rows.set(keyOf(row.kind, row.ref), row);
  }

  /** Forgets rows: if they come back, they are as new. */
  async forget(db: Db, authority: string, kind: RowKind, refs: readonly string[]): Promise<void> {
    await sql`delete from imported_row where authority = ${authority} and kind = ${kind} and ref = any(${[...refs]})`.execute(
      db,
    );
    for (const ref of refs) this.#rows.delete(keyOf(kind, ref));
  }
}

const newId = entityIds(randomBytes);
const keyOf = (kind: RowKind, ref: string): string => `${kind} ${ref}`;

/** The same text for the same value, however its keys are ordered. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
