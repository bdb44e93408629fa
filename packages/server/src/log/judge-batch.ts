import type { Model, RecordState } from '@caseweave/model';
import { admit, type Acts, type Admission, type BatchResult, type Shape } from '@caseweave/protocol';
import { type SectionSchema, shapeOf } from '@caseweave/record';
import * as Y from 'yjs';
import type { KnownWho } from '../directory/people.ts';
import type { WarmSection } from '../sections/warm-sections.ts';
import type { Batch, BatchPart, HeldPart, Verdict } from './batch.ts';

/** All that batches are judged on, loaded beforehand so that judging waits for nothing. */
export interface JudgedOn {
  readonly model: Model;
  readonly sections: ReadonlyMap<string, WarmSection>;
  readonly states: ReadonlyMap<string, RecordState>;
  readonly people: ReadonlyMap<string, KnownWho>;
}

const nothing: Acts = { read: false, write: false, append: false };
/** The store holds no larger epoch: to keep one would fail the whole group, and with it what others have sent. */
const LARGEST_EPOCH = 2 ** 31 - 1;

/** Judges a batch as a whole: all of its parts are taken or none is. Nothing is changed. */
export function judgeBatch(batch: Batch, on: JudgedOn): Verdict {
  const sections = new Set(batch.parts.map(({ section }) => section));
  if (sections.size < batch.parts.length || batch.parts.some(({ epoch }) => epoch > LARGEST_EPOCH))
    return failed(batch, [], { type: 'refused', code: 'malformed', part: 0, client: null });
  const admissions = batch.parts.map((part) => judgePart(batch, part, on));
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

function judgePart(batch: Batch, part: BatchPart, { model, sections, states, people }: JudgedOn): Admission {
  const warm = sections.get(part.section);
  const state = warm === undefined ? undefined : states.get(warm.record);
  const known = people.get(batch.principal);
  const acts =
    warm === undefined || state === undefined || known === undefined
      ? nothing
      : model.acts(known.who, warm.name, state, batch.at);
  // Who may not read it is told the same as where there is no such section, whatever the bytes.
  if (warm === undefined || !acts.read) return { type: 'held', code: 'not-allowed' };
  if (warm.epoch !== part.epoch) return { type: 'held', code: 'old-epoch' };
  return admit({
    update: part.update,
    doc: warm.doc,
    shape: shapeFor(model, warm.name),
    leasedTo: batch.leasedTo,
    isOwn: (client) => batch.leasedTo(client) || warm.writers.get(client) === batch.principal,
    isClosed: (client) => warm.closed.has(client),
    acts,
    versions: batch.versions[warm.name],
  });
}

const shapes = new WeakMap<SectionSchema, Shape>();

function shapeFor(model: Model, name: string): Shape | undefined {
  const schema = model.section(name)?.schema;
  if (schema === undefined) return undefined;
  const shape = shapes.get(schema) ?? shapeOf(schema);
  shapes.set(schema, shape);
  return shape;
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
