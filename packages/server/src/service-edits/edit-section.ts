import { type WrittenId, writtenIds } from '@caseweave/model';
import { type BatchResult, isSectionId } from '@caseweave/protocol';
import { openSection, type SectionSchema, versionsOf, type EditOutcome, type View } from '@caseweave/record';
import { sql } from 'kysely';
import * as Y from 'yjs';
import type { ContentEdit, ContentEdited, ContentEdits } from '@caseweave/graphql';
import type { Node } from '../node/node.ts';
import { batchOf, digestOf, forgetBatch, idsOf, isOfDecision, knownEdit } from './edit-key.ts';
import { ConcurrencyLimit } from './concurrency-limit.ts';
import { sectionAt, type SectionAt } from './section-at.ts';
import { giveBack, takeClient, type ServiceClient } from './service-client.ts';
import { unknownIn } from './unknown-in.ts';

/** A clientID may be finished in a section while it is being used: another one is then taken, so many times. */
const TRIES = 4;

/** How many edits of one principal run at once at a node: each needs a clientID, and those stay in sections for good. */
const AT_ONCE = 4;

/** The way that edits of programs go. */
export function sectionEdits(node: Node): ContentEdits {
  const limit = new ConcurrencyLimit(AT_ONCE);
  return {
    repeated: (edit) => repeated(node, edit),
    edit: (edit) => limit.run(edit.who.id, () => editSection(node, edit)),
  };
}

type Keyed = Pick<ContentEdit, 'who' | 'key' | 'request'>;

async function repeated(node: Node, edit: Keyed): Promise<ContentEdited | undefined> {
  const { database, authority } = node;
  const principal = edit.who.id;
  const key = digestOf(edit.key);
  const known = await knownEdit(database.db, authority.id, principal, key);
  if (known !== undefined) {
    return known.hash.equals(digestOf(edit.request)) ? answered(node, edit, known.result) : { type: 'key-reused' };
  }
  return (await isOfDecision(database.db, authority.id, principal, key)) ? { type: 'key-reused' } : undefined;
}

/**
 * Carries out an edit as a device would: on a copy of the section, under a clientID leased to the principal, judged and
 * appended by the committer. Rights, admission, durability and idempotency are the committer's, here as for devices.
 */
async function editSection(node: Node, edit: ContentEdit): Promise<ContentEdited> {
  let last: ContentEdited = { type: 'gone' };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const tried = await tryEdit(node, edit, digestOf(edit.key));
    if (!tried.again) return tried.came;
    last = tried.came;
  }
  return last;
}

interface Tried {
  readonly came: ContentEdited;
  /** Whether it may come to something else under another clientID. */
  readonly again: boolean;
}

async function tryEdit(node: Node, edit: ContentEdit, key: Buffer): Promise<Tried> {
  const { database, authority, committer, model } = node;
  const { who: principal, section, at, seen } = edit;
  const client = await takeClient(database.db, authority.id, principal.id, section.id, at);
  try {
    const copy = await sectionAt(database.db, authority.id, section.id, seen);
    if (copy === undefined || !isSectionId(section.id)) return { came: { type: 'gone' }, again: false };
    // Asked once the copy is read: if the same edit is in it, made at another node or a moment ago, its outcome is known.
    const known = await repeated(node, edit);
    if (known !== undefined) return { came: known, again: false };
    const schema = model.now.section(section.name)?.schema;
    if (schema === undefined) return { came: { type: 'gone' }, again: false };
    const { outcome, update, ids, view } = writeOn(copy, schema, client, edit, idsOf(authority, principal.id, key));
    if (outcome.type === 'refused') return { came: outcome, again: false };
    const refusals = await unknownIn(node, { who: principal, record: section.record, ids, view });
    if (refusals.length > 0) return { came: { type: 'refused', refusals }, again: false };
    const batch = await batchOf(database.db, authority.id, principal.id, key);
    const result = await committer.append({
      device: client.device,
      principal: principal.id,
      batch,
      hash: digestOf(edit.request),
      parts: [{ section: section.id, epoch: copy.epoch, base: seen ?? node.tail.position, update }],
      leasedTo: (one) => client.own.has(one),
      versions: { [section.name]: versionsOf(schema) },
      // Rights are judged as they are now: one may have ended since this was asked for.
      at: node.now(),
    });
    if (!isToTryAgain(result)) return { came: await answered(node, edit, result), again: false };
    await forgetBatch(database.db, authority.id, principal.id, key, batch);
    return { came: { type: 'not-admitted', code: 'fork' }, again: true };
  } finally {
    await giveBack(database.db, authority.id, client);
  }
}

interface Written {
  readonly outcome: EditOutcome<unknown>;
  readonly update: Uint8Array;
  readonly ids: readonly WrittenId[];
  /** The section once it was written, where there are ids to look for in it. */
  readonly view: View<SectionSchema>;
}

function writeOn(
  { doc, later }: SectionAt,
  schema: SectionSchema,
  { client, own }: ServiceClient,
  { who: { id }, at, change }: ContentEdit,
  newId: () => string,
): Written {
  const authorOf = (one: number) => (own.has(one) ? { id, name: id } : undefined);
  using section = openSection(schema, { doc, now: () => at, newId, authorOf });
  const basis = section.view();
  doc.transact(() => {
    for (const update of later) Y.applyUpdate(doc, update);
  });
  doc.clientID = client;
  let update: Uint8Array = nothing;
  doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin === section) update = bytes;
  });
  const outcome = change(section, basis);
  const ids = outcome.type === 'edited' ? writtenIds(schema, outcome.written) : [];
  const view = ids.length === 0 ? basis : section.view();
  doc.destroy();
  return { outcome, update, ids, view };
}

// An update without content, as Yjs writes it: an edit that changes nothing still uses up its key.
const nothing = new Uint8Array([0, 0]);

/** What comes of two that use one clientID at once, or of one that was finished meanwhile: nothing of theirs is kept. */
const isToTryAgain = (result: BatchResult): boolean =>
  result.type === 'behind' || (result.type === 'refused' && (result.code === 'fork' || result.code === 'gap'));

async function answered(
  { database, authority, tail }: Node,
  { who: principal, key }: Keyed,
  result: BatchResult,
): Promise<ContentEdited> {
  switch (result.type) {
    case 'taken': {
      const { rows } = await sql<{ seq: number }>`select seq from authority where id = ${authority.id}`.execute(
        database.db,
      );
      const firstRow = idsOf(authority, principal.id, digestOf(key))();
      return { type: 'edited', position: rows[0]?.seq ?? tail.position, firstRow };
    }
    case 'held':
      return { type: 'held', code: result.code };
    case 'refused':
      return result.code === 'cloned-device' ? { type: 'key-reused' } : { type: 'not-admitted', code: result.code };
    case 'behind':
    case 'not-decided':
      throw new Error('An edit was answered by what is never kept as its outcome.');
  }
}
