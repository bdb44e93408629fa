import { adviceOn, authorityInMemory, compareModels, type Directory, modelSummary } from '@caseweave/model';
import { entityIds, openSection } from '@caseweave/record';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { plan, repairs } from '../src/model.ts';
import { repairs2 } from './next-release.ts';

const one = (id: string, name: string, isOfficer = false) => ({ who: { id, isOfficer }, name, organisation: null });
const directory: Directory = {
  people: [one('olu', 'Olu Adeyemi', true), one('tess', 'Tess Brandt'), one('cal', 'Cal Rossi')],
};
const record = 'a'.repeat(21) + 'A';

/** An authority with one repair: Olu answers for it, Tess lives there, Cal mends it. */
function authority() {
  const opened = authorityInMemory(repairs, directory);
  const members = [
    { who: 'olu', role: 'officer' },
    { who: 'tess', role: 'tenant' },
    { who: 'cal', role: 'contractor' },
  ];
  expect(opened.decide('olu', { type: 'register-job', record, members }, 1).type).toBe('decided');
  const acts = (who: string, section: string) => {
    const state = opened.states.get(record);
    const found = directory.people.find((person) => person.who.id === who);
    if (state === undefined || found === undefined) throw new Error(`There is no ${who} at the repair.`);
    const { read, append, write } = repairs.acts(found.who, section, state, 10);
    return write ? 'write' : append ? 'append' : read ? 'read' : 'none';
  };
  return { opened, acts };
}

test('who lives there reads the plan and nothing of the office', () => {
  const { acts } = authority();

  expect([acts('tess', 'job.plan'), acts('tess', 'job.office')]).toEqual(['read', 'none']);
  expect([acts('cal', 'job.plan'), acts('cal', 'job.office')]).toEqual(['write', 'append']);
  expect([acts('olu', 'job.plan'), acts('olu', 'job.office')]).toEqual(['write', 'append']);
});

test('once the repair is complete, who mends it changes nothing more', () => {
  const { opened, acts } = authority();
  const decided = opened.decide('cal', { type: 'complete', record, on: '2026-12-01' }, 2);

  expect(decided).toMatchObject({ type: 'decided', states: [{ facts: { own: { completedOn: '2026-12-01' } } }] });
  expect([acts('cal', 'job.plan'), acts('olu', 'job.plan')]).toEqual(['read', 'write']);
  expect([acts('cal', 'job.office'), acts('olu', 'job.office')]).toEqual(['read', 'append']);
});

test('who says it second is told what stands', () => {
  const { opened } = authority();
  opened.decide('cal', { type: 'complete', record, on: '2026-12-01' }, 2);

  expect(opened.decide('olu', { type: 'complete', record, on: '2026-12-03' }, 3)).toMatchObject({
    type: 'refused',
    refusal: { code: 'already', stands: 'It was completed on 2026-12-01.' },
  });
  expect(opened.decide('tess', { type: 'complete', record, on: '2026-12-03' }, 4)).toMatchObject({
    type: 'refused',
    refusal: { code: 'not-allowed' },
  });
});

test('edited apart, how urgent it is becomes a question; how far a step is does not', () => {
  const newId = entityIds((length) => crypto.getRandomValues(new Uint8Array(length)));
  const open = () =>
    openSection(plan, { doc: new Y.Doc(), now: () => 0, newId, authorOf: () => ({ id: 'x', name: 'Somebody' }) });
  const [officer, contractor] = [open(), open()];
  officer.edit((draft) => draft.steps.add({ what: 'Find the leak' }));
  const step = officer.view().steps[0]?.id ?? '';
  Y.applyUpdate(contractor.doc, Y.encodeStateAsUpdate(officer.doc));
  officer.edit((draft) => {
    draft.urgency = 'now';
    draft.steps.byId(step).progress = 'begun';
  });
  contractor.edit((draft) => {
    draft.urgency = 'later';
    draft.steps.byId(step).progress = 'done';
  });
  Y.applyUpdate(officer.doc, Y.encodeStateAsUpdate(contractor.doc));

  expect(officer.view()).toMatchObject({ urgency: 'now', steps: [{ progress: 'done' }] });
  expect(officer.questions().map(({ label, claims }) => [label, claims.map(({ words }) => words).toSorted()])).toEqual([
    ['How urgent', ['Today', 'When it suits']],
  ]);
});

test('nothing of the model is likely not meant', () => {
  expect(adviceOn(repairs)).toEqual([]);
});

test('the next release breaks nothing that exists', () => {
  const changes = compareModels(modelSummary(repairs), modelSummary(repairs2));

  expect(changes.filter(({ breaking }) => breaking)).toEqual([]);
  expect(changes.length).toBeGreaterThan(0);
});
