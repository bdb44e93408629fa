import { actsOn, type RecordFacts, sectionFor } from '@caseweave/family';
import { admit, type Acts, type Admission, type BatchResult, type Shape } from '@caseweave/protocol';
import { shapeOf } from '@caseweave/record';
import * as Y from 'yjs';
import type { KnownPrincipal } from '../directory/people.ts';
import type { WarmSection } from '../sections/warm-sections.ts';
import type { Batch, BatchPart, HeldPart, Verdict } from './batch.ts';

/** All that batches are judged on, loaded beforehand so that judging waits for nothing. */
export interface Ground {
  readonly sections: ReadonlyMap<string, WarmSection>;
  readonly facts: ReadonlyMap<string, { readonly facts: RecordFacts }>;
  readonly principals: ReadonlyMap<string, KnownPrincipal>;
}

const nothing: Acts = { read: false, write: false, append: false };
/** The store holds no larger epoch: to keep one would fail the whole group, and with it what others have sent. */
const LARGEST_EPOCH = 2 ** 31 - 1;

/** Judges a batch as a whole: all of its parts are taken or none is. Nothing is changed. */
export function judgeBatch(batch: Batch, ground: Ground): Verdict {
  const sections = new Set(batch.parts.map(({ section }) => section));
  if (sections.size < batch.parts.length || batch.parts.some(({ epoch }) => epoch > LARGEST_EPOCH))
    return failed(batch, [], { type: 'refused', code: 'malformed', part: 0, client: null });
  const admissions = batch.parts.map((part) => judgePart(batch, part, ground));
  const at = admissions.findIndex(({ type }) => type !== 'admitted' && type !== 'empty');
  const decisive = admissions[at];
  if (decisive !== undefined) return failed(batch, admissions, resultOf(decisive, at));
  const rows = batch.parts.flatMap((part, index) => {
    const admission = admissions[index];
    if (admission?.type !== 'admitted') return [];
    const { device, principal, at: moment, batch: number } = batch;
    const { section, epoch, base } = part;
    return [
      {
        section,
        epoch,
        device,
        principal,
        at: moment,
        batch: number,
        base,
        clients: admission.clients,
        update: admission.update,
      },
    ];
  });
  return { result: { type: 'taken' }, rows, held: [], closes: [] };
}

function judgePart(batch: Batch, part: BatchPart, { sections, facts, principals }: Ground): Admission {
  const warm = sections.get(part.section);
  const decided = warm === undefined ? undefined : facts.get(warm.record)?.facts;
  const known = principals.get(batch.principal);
  const acts =
    warm === undefined || decided === undefined || known === undefined
      ? nothing
      : actsOn(known.principal, warm.name, decided, batch.at);
  // Who may not read it is told the same as where there is no such section, whatever the bytes.
  if (warm === undefined || !acts.read) return { type: 'held', code: 'not-allowed' };
  if (warm.epoch !== part.epoch) return { type: 'held', code: 'old-epoch' };
  return admit({
    update: part.update,
    doc: warm.doc,
    shape: shapeFor(warm.name),
    leasedTo: batch.leasedTo,
    isOwn: (client) => batch.leasedTo(client) || warm.writers.get(client) === batch.principal,
    isClosed: (client) => warm.closed.has(client),
    acts,
    versions: batch.versions[warm.name],
  });
}

const shapes = new Map<string, Shape | undefined>();

function shapeFor(name: string): Shape | undefined {
  if (!shapes.has(name)) {
    const schema = sectionFor(name);
    shapes.set(name, schema === undefined ? undefined : shapeOf(schema));
  }
  return shapes.get(name);
}

function resultOf(admission: Admission, part: number): BatchResult {
  switch (admission.type) {
    case 'refused':
      return { type: 'refused', code: admission.code, part, client: admission.client ?? null };
    case 'held':
      return { type: 'held', code: admission.code, part, client: admission.client ?? null };
    case 'behind':
      return { type: 'behind', part };
    case 'admitted':
    case 'empty':
      return { type: 'taken' };
  }
}

/** After a batch that is not taken, everything later by its clientIDs would wait for it for ever: they are finished. */
function failed(batch: Batch, admissions: readonly Admission[], result: BatchResult): Verdict {
  const closes = batch.parts.flatMap(({ section, update }, index) =>
    clientsOf(update, admissions[index])
      .filter((client) => batch.leasedTo(client))
      .map((client) => ({ section, client })),
  );
  const held: readonly HeldPart[] =
    result.type === 'held'
      ? batch.parts.map(({ section, epoch, base, update }, part) => ({
          part,
          section,
          epoch,
          base,
          code: part === result.part ? result.code : 'with-another',
          update,
        }))
      : [];
  return { result, rows: [], held, closes };
}

function clientsOf(update: Uint8Array, admission: Admission | undefined): readonly number[] {
  if (admission === undefined) return [];
  if (admission.type === 'admitted') return admission.clients;
  const named = admission.type === 'refused' || admission.type === 'behind' ? admission.client : undefined;
  // The bytes of a part that admission could not read are not read by anything else either.
  const unread = admission.type === 'refused' && (admission.code === 'malformed' || admission.code === 'too-large');
  if (unread || update.length > READABLE) return named === undefined ? [] : [named];
  try {
    return [...Y.parseUpdateMeta(update).to.keys()];
  } catch {
    return named === undefined ? [] : [named];
  }
}

// A held part that was not admitted for want of rights has not been read; a large one is not read for its clientIDs.
const READABLE = 64 * 1024;
