import { conflicts, type DecisionCode, type DecisionCommand, foldDecision, standing } from '@caseweave/family';
import { describe, expect, test } from 'vitest';
import { addPerson, after, allocate, at, child, fold, join, leave, mother, register } from './fixtures.ts';

describe('one after the other', () => {
  test.for<readonly [string, readonly DecisionCommand[], DecisionCommand, DecisionCode]>([
    ['a family is registered once', [], register(), 'id-taken'],
    ['a person is in a family once', [], addPerson(child), 'already'],
    ['somebody is in a team once', [join('school')], join('school'), 'already'],
    ['the lead is in the team without joining', [], join('lead'), 'already'],
    ['who is not in a team does not leave it', [], leave('school'), 'already'],
    ['who has left does not leave again', [join('school'), leave('school')], leave('school'), 'already'],
    ['the lead does not leave: never none', [], leave('lead'), 'is-lead'],
    ['a family is allocated to a hub once', [allocate('east')], allocate('east'), 'already'],
    ['nobody joins until a day that has passed', [], join('school', at), 'past'],
  ])('[D3] %s', ([, before, command, code]) => {
    expect(fold(after(...before), command)).toMatchObject({ type: 'refused', code });
  });

  test('[D3] what does not exist is answered like what is forbidden', () => {
    for (const command of [addPerson(mother), join('school'), leave('school'), allocate('east')])
      expect(fold(null, command)).toMatchObject({ type: 'refused', code: 'not-allowed' });
  });

  test('[D3] each command does what it says and nothing else', () => {
    const before = after();
    expect(before).toEqual({
      status: 'open',
      hub: null,
      lead: 'lead',
      team: [{ principal: 'lead', until: null }],
      persons: [{ person: child, role: 'child' }],
    });
    expect(after(join('school', at + 1))).toEqual({
      ...before,
      team: [...before.team, { principal: 'school', until: at + 1 }],
    });
    expect(after(join('school'), leave('school'))).toEqual(before);
    expect(after(allocate('east'))).toEqual({ ...before, hub: 'east' });
    expect(after(addPerson(mother, 'adult'))).toEqual({
      ...before,
      persons: [...before.persons, { person: mother, role: 'adult' }],
    });
  });

  test('[D4] where no lead is named, whoever registers is in the team; where one is, they are', () => {
    const alone = foldDecision(null, register(null), { principal: 'me', at });
    expect(alone).toMatchObject({ state: { lead: null, team: [{ principal: 'me' }] } });
    const led = foldDecision(null, register('other'), { principal: 'me', at });
    expect(led).toMatchObject({ state: { lead: 'other', team: [{ principal: 'other', until: null }] } });
  });
});

describe('two at once: the first is ordered, the second was given without knowing of it', () => {
  type Row = readonly [
    string,
    first: DecisionCommand,
    second: DecisionCommand,
    outcome: DecisionCode | 'both stand',
    before?: readonly DecisionCommand[],
  ];
  test.for<Row>([
    ['two different people join', join('school'), join('health'), 'both stand'],
    ['both let the same person join', join('school'), join('school', at + 9), 'already'],
    ['two different people leave', leave('school'), leave('health'), 'both stand', [join('school'), join('health')]],
    ['both take the same person out', leave('school'), leave('school'), 'already', [join('school')]],
    ['one leaves while another allocates', leave('school'), allocate('east'), 'both stand', [join('school')]],
    ['one allocates while another leaves', allocate('east'), leave('school'), 'both stand', [join('school')]],
    ['both allocate, to different hubs: the first stands', allocate('east'), allocate('west'), 'overtaken'],
    ['both allocate, to the same hub', allocate('east'), allocate('east'), 'already'],
    ['one joins while another allocates', join('school'), allocate('east'), 'both stand'],
    ['two children are registered', addPerson(mother), addPerson('B'.repeat(21) + 'A'), 'both stand'],
    ['both register the same person', addPerson(mother), addPerson(mother), 'already'],
    [
      'somebody is taken out while another lets them in: out stands',
      leave('school'),
      join('school'),
      'overtaken',
      [join('school')],
    ],
    ['somebody is let in while another takes them out: out stands', join('school'), leave('school'), 'both stand'],
  ])('[D5] %s', ([, first, second, outcome, before = []]) => {
    const one = fold(after(...before), first);
    if (one.type !== 'decided') throw new Error(`The first was refused: ${one.code}`);
    const two = fold(one.state, second);
    const isOvertaken = conflicts(second, [first]);
    const came = two.type === 'refused' ? two.code : isOvertaken ? 'overtaken' : 'both stand';
    expect(came).toBe(outcome);
  });

  test('[D5] a decision that its author knew of overtakes nothing', () => {
    expect(conflicts(allocate('west'), [])).toBe(false);
  });

  test('[D6] one that is refused says what stands instead', () => {
    const names = { practitioner: () => 'Claire Bennett', hub: () => 'East' };
    const state = after(allocate('east'), join('school', Date.UTC(2027, 5, 30)));
    expect(standing(state, allocate('west'), names)).toBe('The family is allocated to East.');
    expect(standing(state, join('school'), names)).toBe('Claire Bennett is in the team until 30 June 2027.');
    expect(standing(state, leave('health'), names)).toBe('Claire Bennett is not in the team.');
    expect(foldDecision(state, allocate('east'), { principal: 'lead', at }, names)).toMatchObject({
      code: 'already',
      stands: 'The family is allocated to East.',
    });
  });
});
