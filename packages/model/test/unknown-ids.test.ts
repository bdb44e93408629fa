import {
  line,
  nothingKnown,
  recordOf,
  type RecordState,
  rowIn,
  unit,
  unknownIds,
  who,
  whoOrRecord,
  writtenIds,
  type Known,
} from '@caseweave/model';
import { collection, defineSection, entityIds, log, openSection, register, setOf } from '@caseweave/record';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { directory, id, one } from './directory.ts';
import { homes } from './models/homes.ts';

const rooms = defineSection({
  name: 'rooms',
  version: 1,
  oldestWriter: 1,
  fields: {
    keptBy: register(who()),
    place: register(recordOf('home')),
    firm: register(unit('firm')),
    rooms: collection({ name: register(line()), beside: setOf(rowIn('rooms')) }),
    visits: log({ by: setOf(whoOrRecord('home')) }),
  },
});

const state: RecordState = {
  record: id(1),
  kind: 'home',
  facts: { landlord: 'asha', tenants: ['tim'], shutOut: [] },
  linkedFrom: [],
};
const known: Known = {
  who: (asked) => directory.people.find((person) => person.who.id === asked) ?? null,
  unit: (kind, asked) => directory.units?.[kind]?.find((one_) => one_.id === asked) ?? null,
  state: (asked) => (asked === state.record ? state : null),
};

/** What of an edit is unknown, by its paths. */
function unknown(
  change: Parameters<ReturnType<typeof open>['edit']>[0],
  by: string | null = 'asha',
  here: Known = known,
  around: RecordState = state,
): readonly string[] {
  const section = open();
  const outcome = section.edit(change);
  if (outcome.type !== 'edited') throw new Error(outcome.type);
  const ids = writtenIds(rooms, outcome.written);
  const author = by === null ? null : one(by).who;
  return unknownIds(homes, ids, { who: author, at: 5, state: around, known: here, view: section.view() }).map(
    ({ path, code, rule }) => `${path}: ${code}, ${rule}`,
  );
}

function open() {
  let seed = 0;
  const newId = entityIds((length) => new Uint8Array(length).fill((seed += 1)));
  return openSection(rooms, { doc: new Y.Doc(), now: () => 5, newId, authorOf: () => undefined });
}

test('[M64] what is somebody’s or something’s is known', () => {
  const found = unknown((draft) => {
    draft.keptBy = 'tim';
    draft.place = state.record;
    draft.firm = 'brook';
    const first = draft.rooms.add({ name: 'Kitchen' });
    draft.rooms.add({ name: 'Hall', beside: [first] });
    draft.visits.append({ by: ['tim', state.record, 'asha'] });
  });
  expect(found).toEqual([]);
});

test('[M64] what is nobody’s and nothing’s is told by its field, in entries and sets too', () => {
  const found = unknown((draft) => {
    draft.keptBy = 'nobody';
    draft.place = id(2);
    draft.firm = 'nowhere';
    draft.rooms.add({ name: 'Hall', beside: ['no-row'] });
    draft.visits.append({ by: ['finn', id(2)] });
  });
  expect(found).toEqual([
    'keptBy: no-such-id, this is nobody who works with the record',
    'place: no-such-id, this is no home around the record',
    'firm: no-such-id, this is no firm of the directory',
    'rooms.beside: no-such-id, this is no row of rooms',
    'visits.by: no-such-id, this is nobody who works with the record, and no home around it',
    'visits.by: no-such-id, this is nobody who works with the record, and no home around it',
  ]);
});

test('[M64] somebody who signs in and has nothing to do with the record is nobody there, whoever writes it', () => {
  const stranger = ['keptBy: no-such-id, this is nobody who works with the record'];
  expect(unknown((draft) => (draft.keptBy = 'finn'))).toEqual(stranger);
  expect(unknown((draft) => (draft.keptBy = 'finn'), null)).toEqual(stranger);
});

test('[M64] somebody who has a seat there is known, though no facts name them', () => {
  const job = { record: id(3), kind: 'job', facts: { home: id(1), firm: 'brook', endsAt: null, helpers: [] } };
  const worked: RecordState = { ...state, linkedFrom: [{ ...job, linkedFrom: [] }] };
  expect(unknown((draft) => (draft.keptBy = 'finn'), 'asha', known, worked)).toEqual([]);
});

test('[M64] a record of another kind is none, and whom the writer may not know of is as unknown', () => {
  const other: Known = { ...known, state: (asked) => (asked === state.record ? { ...state, kind: 'shed' } : null) };
  expect(unknown((draft) => (draft.place = state.record), null, other)).toHaveLength(1);
  // Somebody who may read nothing of the record knows neither it nor those whom it names.
  expect(unknown((draft) => (draft.place = state.record), 'finn')).toHaveLength(1);
});

test('[M64] what is not known where it is asked is let pass', () => {
  const found = unknown(
    (draft) => {
      draft.keptBy = 'nobody';
      draft.firm = 'nowhere';
      draft.visits.append({ by: ['tim', 'asha'] });
    },
    'asha',
    nothingKnown,
  );
  expect(found).toEqual([]);
});
