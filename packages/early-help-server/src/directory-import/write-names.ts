import { randomBytes } from 'node:crypto';
import { personIdentity, planShared } from '@caseweave/family';
import { entityIds, openSection, type Draft, type SectionSchema } from '@caseweave/record';
import { type LogRow, type SectionMoved, type Trx, writeGroup } from '@caseweave/server';
import { sql } from 'kysely';
import * as Y from 'yjs';

/** The name that a record begins with. */
export type FirstName =
  | { readonly record: string; readonly type: 'family'; readonly name: string }
  | {
      readonly record: string;
      readonly type: 'person';
      readonly name: { readonly given: string; readonly family: string } | undefined;
      readonly dateOfBirth: string | undefined;
      readonly expectedBirthDate: string | undefined;
    };

/** Under whose name an import writes. */
export interface Writer {
  readonly principal: string;
  readonly device: string;
  readonly client: number;
}

/** Writes the first names of records that were registered in this transaction, by the library's own edits. */
export async function writeNames(
  trx: Trx,
  authority: string,
  names: readonly FirstName[],
  writer: Writer,
  at: number,
): Promise<void> {
  if (names.length === 0) return;
  const sections = await sectionIds(trx, authority, names);
  const { rows: moved } = await sql<{ seq: number }>`
    update authority set seq = seq + ${names.length} where id = ${authority} returning seq`.execute(trx);
  const first = (moved[0]?.seq ?? 0) - names.length + 1;
  const rows: LogRow[] = [];
  const heads: SectionMoved[] = [];
  for (const [place, name] of names.entries()) {
    const section = sections.get(name.record);
    if (section === undefined) throw new Error('A record was registered without its first section.');
    const seq = first + place;
    const update = updateOf(name, writer.client, at);
    rows.push({
      seq,
      section,
      epoch: 1,
      device: writer.device,
      principal: writer.principal,
      at,
      batch: seq,
      base: null,
      clients: [writer.client],
      update,
    });
    heads.push({ section, head: seq, rows: 1, stateVector: Y.encodeStateVectorFromUpdate(update) });
  }
  await writeGroup(trx, authority, { judged: [], rows, moved: heads });
}

function updateOf(name: FirstName, client: number, at: number): Uint8Array {
  if (name.type === 'family') return written(planShared, client, at, (draft) => (draft.familyName = name.name));
  return written(personIdentity, client, at, (draft) => {
    if (name.name !== undefined) {
      draft.givenName = name.name.given;
      draft.familyName = name.name.family;
    }
    if (name.dateOfBirth !== undefined) draft.dateOfBirth = name.dateOfBirth;
    if (name.expectedBirthDate !== undefined) draft.expectedBirthDate = name.expectedBirthDate;
  });
}

function written<Schema extends SectionSchema>(
  schema: Schema,
  client: number,
  at: number,
  change: (draft: Draft<Schema>) => void,
): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  using section = openSection(schema, { doc, now: () => at, newId: entityIds(randomBytes), authorOf: () => undefined });
  const outcome = section.edit(change);
  if (outcome.type === 'refused') throw new Error(`A checked name was refused by ${schema.name}.`);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

async function sectionIds(
  trx: Trx,
  authority: string,
  names: readonly FirstName[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; record: string }>`
    select id, record from section where authority = ${authority} and name in ('plan.shared', 'person.identity')
      and record = any(${names.map(({ record }) => record)})`.execute(trx);
  return new Map(rows.map(({ id, record }) => [record, id]));
}
