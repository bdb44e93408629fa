import {
  openRecordReplica,
  receiveUpdates,
  type Law,
  type RecordReplica,
  type ResolvedPart,
  type SectionLawOptions,
} from '@caseweave/merge-laws';
import type { EditOutcome, Json, QuestionClaim } from '@caseweave/record';
import * as Y from 'yjs';
import { patchedView } from './patched-view.ts';
import { appendClaim, deleteClaims, rawClaims } from './raw-claims.ts';

/** A mistake that people make, put around the library from outside. */
export interface Fault {
  readonly name: string;
  /** A law that it breaks by itself, so that it is caught although the other laws are not checked. */
  readonly breaks: Law;
  readonly options?: SectionLawOptions;
  /** Whether it is the network that is at fault. */
  readonly causal?: false;
}

const unchanged: EditOutcome = { type: 'unchanged', result: undefined };
const edited: EditOutcome = { type: 'edited', result: undefined, changes: [], written: [] };
const key = (path: string, entity: string): string => `${path}/${entity}`;

/** Replicas of the library, each changed a little. */
const replicas = (
  change: (real: RecordReplica, index: number, newId: () => string) => Partial<RecordReplica>,
): SectionLawOptions => ({
  open: (schema, setting) => {
    const real = openRecordReplica(schema, setting);
    return { ...real, ...change(real, setting.index, setting.newId) };
  },
});

/** Parts that a fault carries out in its own way, beside the rest, which the library does. */
function divided(
  real: RecordReplica,
  parts: readonly ResolvedPart[],
  basis: unknown,
  mine: (part: ResolvedPart) => (() => void) | undefined,
): EditOutcome {
  const own = parts.flatMap((part) => mine(part) ?? []);
  const rest = parts.filter((part) => mine(part) === undefined);
  const outcome = rest.length === 0 ? unchanged : real.edit(rest, basis);
  if (outcome.type === 'refused' || own.length === 0) return outcome;
  real.doc.transact(() => own.forEach((write) => write()), 'fault');
  return outcome.type === 'edited' ? outcome : edited;
}

const lastWriterWins = replicas((real) => {
  const map = real.doc.getMap<Json>('lastWriterWins');
  const isMine = (path: string): boolean => path === 'fullName' || path === 'needs.title';
  return {
    edit: (parts, basis) =>
      divided(real, parts, basis, (part) =>
        part.do === 'write' && isMine(part.path) && part.value !== '\ud800'
          ? () => map.set(key(part.path, part.entity), part.value)
          : undefined,
      ),
    values: (entity, path) => {
      const value = map.get(key(path, entity));
      return value === undefined ? real.values(entity, path) : [value];
    },
    view: () =>
      patchedView(real.view(), (path, entity, value) => {
        const last = map.get(key(path, entity));
        return last === undefined ? value : last;
      }),
  };
});

const removeWins = replicas((real) => {
  const gone = real.doc.getMap<boolean>('gone');
  const member = (path: string, entity: string, value: unknown): string =>
    `${key(path, entity)}/${JSON.stringify(value)}`;
  const isGone = (path: string, entity: string, value: unknown): boolean =>
    gone.get(member(path, entity, value)) === true;
  return {
    edit: (parts, basis) => {
      const outcome = real.edit(parts, basis);
      if (outcome.type === 'refused') return outcome;
      real.doc.transact(() => {
        for (const part of parts) {
          if (part.do === 'remove') gone.set(member(part.path, part.entity, part.value), true);
          // Whoever adds it again has seen that it was removed.
          if (part.do === 'add') gone.delete(member(part.path, part.entity, part.value));
        }
      }, 'fault');
      return outcome;
    },
    values: (entity, path) => real.values(entity, path).filter((value) => !isGone(path, entity, value)),
    view: () =>
      patchedView(real.view(), (path, entity, value) =>
        Array.isArray(value) ? value.filter((one: unknown) => !isGone(path, entity, one)) : value,
      ),
  };
});

const noOpReAdd = replicas((real) => ({
  edit: (parts, basis) => {
    const needed = parts.filter(
      (part) => part.do !== 'add' || !real.values(part.entity, part.path).includes(part.value),
    );
    return needed.length === 0 ? unchanged : real.edit(needed, basis);
  },
}));

const containerCreatedTwice = replicas((real) => {
  const map = real.doc.getMap<Y.Text>('containers');
  const nested = (part: { readonly path: string; readonly entity: string }): Y.Text => {
    const name = key(part.path, part.entity);
    const there = map.get(name);
    return there instanceof Y.Text ? there : map.set(name, new Y.Text());
  };
  const characters = (entity: string, path: string): string => map.get(key(path, entity))?.toJSON() ?? '';
  return {
    characters,
    edit: (parts, basis) =>
      divided(real, parts, basis, (part) => {
        if (part.do === 'type') return () => nested(part).insert(part.at, part.text);
        if (part.do === 'erase') return () => nested(part).delete(part.at, part.length);
        return part.do === 'format' ? () => undefined : undefined;
      }),
    view: () =>
      patchedView(real.view(), (path, entity, value) => {
        if (path === 'story') return { text: characters('', 'story'), delta: [] };
        return path === 'minutes' || path === 'needs.note' ? characters(entity, path) : value;
      }),
  };
});

const seedingOnOpen = replicas((real, _index, newId) => {
  if (rawClaims(real.doc).length === 0) appendClaim(real.doc, [newId(), 'needs', true, {}]);
  return {};
});

const writingRepair = replicas((real) => ({
  receive: (updates, grouping) => {
    receiveUpdates(real.doc, updates, grouping);
    for (const { id, kind, standing } of real.questions()) if (kind === 'values') real.settle(id, standing);
  },
}));

const lastToArriveStands = replicas((real) => {
  const places = new Map<string, number>();
  const placeOf = ({ client, clock }: { readonly client: number; readonly clock: number }): number => {
    const name = `${client}.${clock}`;
    if (!places.has(name)) places.set(name, places.size);
    return places.get(name) ?? 0;
  };
  return { view: () => viewOf(real, (claims) => claims.toSorted((a, b) => placeOf(a) - placeOf(b)).at(-1)) };
});

/** A view in which, of contradicting values, another stands. */
function viewOf(
  real: RecordReplica,
  standing: (claims: readonly QuestionClaim[]) => QuestionClaim | undefined,
): unknown {
  const instead = new Map<string, Json>();
  for (const { path, entity, kind, claims } of real.questions()) {
    const chosen = kind === 'values' ? standing(claims) : undefined;
    if (chosen !== undefined) instead.set(key(path, entity), chosen.value);
  }
  return patchedView(real.view(), (path, entity, value) => instead.get(key(path, entity)) ?? value);
}

const clockDecides = replicas((real) => ({
  view: () => viewOf(real, (claims) => claims.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0)).at(-1)),
}));

const noBasis = replicas((real) => ({ edit: (parts) => real.edit(parts, undefined) }));

const duplicateCounted = replicas((real, _index, newId) => {
  const had = new Set<string>();
  return {
    receive: (updates, grouping) => {
      const again = updates.filter((update) => had.has(update.join()));
      for (const update of updates) had.add(update.join());
      receiveUpdates(real.doc, updates, grouping);
      const entry = rawClaims(real.doc)
        .toArray()
        .find(([, field]) => field === 'events');
      if (again.length > 0 && entry !== undefined) appendClaim(real.doc, [newId(), 'events', entry[2], {}]);
    },
  };
});

const strikeDropsEdits = replicas((real) => {
  const struck = (): ReadonlySet<string> =>
    new Set(
      rawClaims(real.doc)
        .toArray()
        .flatMap(([entity, field]) => (field === '!' ? [entity] : [])),
    );
  return {
    view: () => {
      const gone = struck();
      const view = real.view() as { readonly [name: string]: unknown };
      const isShown = (row: unknown): boolean =>
        !(typeof row === 'object' && row !== null && 'id' in row && gone.has(String(row.id)));
      return Object.fromEntries(
        Object.entries(view).map(([name, value]) => [name, Array.isArray(value) ? value.filter(isShown) : value]),
      );
    },
    questions: () => real.questions().filter(({ kind }) => kind !== 'struck'),
  };
});

const unknownDropped: SectionLawOptions = {
  open: (schema, setting) => {
    const real = openRecordReplica(schema, setting);
    // As a tidy-up might, that an earlier version does when it starts.
    if (setting.version === 0) deleteClaims(real.doc, ([, field]) => field.includes('addedLater'));
    return real;
  },
};

const undoOfAnothers = replicas((real) => ({
  undo: () => {
    const last = rawClaims(real.doc).length - 1;
    // Whatever came last, whoever wrote it.
    deleteClaims(real.doc, (_claim, nth) => nth === last);
    return 'done';
  },
}));

const halfApplied = replicas((real) => ({
  edit: (parts, basis) => {
    let last: EditOutcome = unchanged;
    for (const part of parts) {
      last = real.edit([part], basis);
      if (last.type === 'refused') return last;
    }
    return last;
  },
}));

const questionMissing = replicas((_real, index) => (index === 1 ? { questions: () => [] } : {}));

const forgetfulCompaction: SectionLawOptions = {
  compact: (updates) => {
    const doc = new Y.Doc();
    for (const update of updates) Y.applyUpdate(doc, update);
    const kept = new Set<string>();
    // One claim for each field, as if the others were history.
    deleteClaims(doc, ([entity, field]) => kept.size === kept.add(key(field, entity)).size);
    return Y.encodeStateAsUpdate(doc);
  },
};

/** A version that says nothing of what it does not know. */
const silentlyOlder = replicas((real) => ({
  view: () => patchedView(real.view(), (path, _entity, value) => (path.split('.').at(-1) === 'unshown' ? [] : value)),
}));

/** A version that shows a state which it does not know as the first one. */
const firstStateInstead = replicas((real) => ({
  view: () =>
    patchedView(real.view(), (path, _entity, value) => {
      if (value !== null) return value;
      return path === 'stage' ? 'assessment' : path === 'actions.status' ? 'proposed' : value;
    }),
}));

/** The mistakes that the kit must find. */
export const faults: readonly Fault[] = [
  { name: 'a register whose last writer wins', breaks: 2, options: lastWriterWins },
  { name: 'a set in which removing wins', breaks: 2, options: removeWins },
  { name: 'adding again what is there writes nothing', breaks: 2, options: noOpReAdd },
  { name: 'a container that two create', breaks: 2, options: containerCreatedTwice },
  { name: 'a document that is seeded when it is opened', breaks: 3, options: seedingOnOpen },
  { name: 'a repair that writes', breaks: 2, options: writingRepair },
  { name: 'a clock that decides', breaks: 7, options: clockDecides },
  { name: 'claims that are superseded unseen', breaks: 2, options: noBasis },
  { name: 'delivery that is not causal', breaks: 2, causal: false },
  { name: 'a duplicate that is counted twice', breaks: 3, options: duplicateCounted },
  { name: 'a strike that drops what was written beside it', breaks: 2, options: strikeDropsEdits },
  { name: 'an unknown field that is dropped', breaks: 9, options: unknownDropped },
  { name: 'an undo of what another did', breaks: 10, options: undoOfAnothers },
  { name: 'an edit of which half is applied', breaks: 3, options: halfApplied },
  { name: 'a question that is missing on one replica', breaks: 4, options: questionMissing },
  { name: 'a compaction that forgets', breaks: 8, options: forgetfulCompaction },
  { name: 'a version that is silent about what it does not know', breaks: 9, options: silentlyOlder },
  { name: 'a state of a later version that is shown as the first one', breaks: 9, options: firstStateInstead },
  { name: 'a value that stands because it arrived last', breaks: 5, options: lastToArriveStands },
];
