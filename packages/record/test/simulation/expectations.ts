import { readSection } from '@caseweave/record';
import { expect } from 'vitest';
import { plan } from '../fixtures.ts';
import { distinct, type History } from './history.ts';
import type { Device, Network } from './network.ts';

/** Holds what a device shows to what the model says it must. */
export function expectAsModel({ history }: Network, { replica, known }: Device): void {
  const view = replica.section.view();
  const questions = replica.section.questions();
  const asked = new Set(questions.map(({ path, entity }) => `${path}/${entity}`));
  const expected = new Set<string>();

  const names = distinct(history.standing(known, '', 'fullName'));
  if (names.length > 1) expected.add('fullName/');
  expect(view.fullName).toBe(inOrder(names.filter((name) => name !== null))[0] ?? null);

  const stages = distinct(history.standing(known, '', 'stage'));
  const furthest = stages.some(isEnd) ? stages.filter(isEnd) : stages.filter((stage) => stage === 'plan');
  if (furthest.length > 1) expected.add('stage/');
  expect(view.stage).toBe(inOrder(furthest)[0] ?? 'assessment');

  expect(view.languages).toEqual(inOrder(distinct(history.standing(known, '', 'languages'))));

  expect(view.needs.map(({ id }) => id)).toEqual(shownRows(history, known));
  for (const need of view.needs) {
    const levels = distinct(history.standing(known, need.id, 'needs.level'));
    if (levels.length > 1) expected.add(`needs.level/${need.id}`);
    expect(need.level).toBe(inOrder(levels.filter((level) => level !== null)).at(-1) ?? null);
    expect(tokensOf(need.note)).toEqual(history.typed(known, need.id, 'note').toSorted());
    const missed = history.status(known, need.id) === 'missed';
    if (missed) expected.add(`needs/${need.id}`);
    expect(need.struck !== undefined).toBe(missed);
  }

  expect(asked).toEqual(expected);
  expect(questions).toHaveLength(expected.size);
  // Nothing is lost: whatever nobody superseded is there, with who wrote it.
  for (const field of ['fullName', 'stage', 'languages']) {
    const written = replica.section
      .provenance('', field)
      .map(({ value, client }) => `${JSON.stringify(value)} by ${client}`);
    const standing = history
      .standing(known, '', field)
      .map(({ value, client }) => `${JSON.stringify(value)} by ${client}`);
    expect(written.toSorted()).toEqual(standing.toSorted());
  }
}

/** Holds a view, made step by step, to one made from the document alone. */
export function expectAsRead({ replica }: Device): void {
  expect(replica.section.view()).toEqual(readSection(plan, replica.doc));
}

// As JSON text, which is the order that the rules speak of, and for digits the order of numbers.
const inOrder = (values: readonly unknown[]): readonly unknown[] =>
  values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const isEnd = (stage: unknown): boolean => stage === 'closed' || stage === 'stepped_up';

const tokensOf = (note: string): readonly string[] => (note.match(/<\d+>/g) ?? []).toSorted();

function shownRows(history: History, known: ReadonlySet<number>): readonly string[] {
  const ids = history.edits.flatMap(({ facts }) =>
    facts.filter(({ value }) => value === true).map(({ entity }) => entity),
  );
  return ids.filter((id) => ['shown', 'missed'].includes(history.status(known, id))).toSorted();
}
