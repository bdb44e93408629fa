import { teamAt } from '@caseweave/family';
import { describe, expect, test } from 'vitest';
import { knowing, practitioner } from '../people.ts';
import {
  addPerson,
  after,
  allocate,
  at,
  child,
  decide,
  type EarlyHelpJson,
  join,
  leave,
  mother,
  register,
} from './fixtures.ts';

describe('one after the other', () => {
  test.for<readonly [string, readonly EarlyHelpJson[], EarlyHelpJson, string]>([
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
    // Whoever allocates a family that has a hub answers for the hub; of the others the lead decides.
    const state = after(...before);
    const manager = practitioner('boss', 'la_early_help', { roles: ['manager'], hub: 'east' });
    expect(decide(state, command, command.type === 'allocate' ? { author: manager } : {})).toMatchObject({ code });
  });

  test('[D3] what does not exist is answered like what is forbidden', () => {
    for (const command of [addPerson(mother), join('school'), leave('school'), allocate('east')])
      expect(decide(undefined, command)).toMatchObject({ code: 'not-allowed' });
  });

  test('[D3] each command does what it says and nothing else', () => {
    const before = after();
    expect(before.facts).toEqual({
      status: 'open',
      hub: null,
      lead: 'lead',
      team: [{ principal: 'lead', from: at, to: null }],
      grants: [],
      barred: [],
      socialCareOpenTo: [],
      persons: [{ person: child, role: 'child', household: 'home' }],
    });
    expect(after(join('school', at + 1)).facts).toEqual({
      ...before.facts,
      team: [...before.facts.team, { principal: 'school', from: at, to: at + 1 }],
    });
    const left = after(join('school'), leave('school')).facts;
    expect(left).toEqual({
      ...before.facts,
      team: [...before.facts.team, { principal: 'school', from: at, to: at, isEnded: true }],
    });
    expect(teamAt(left, at)).toEqual(teamAt(before.facts, at));
    expect(after(allocate('east')).facts).toEqual({ ...before.facts, hub: 'east' });
    expect(after(addPerson(mother, 'adult')).facts).toEqual({
      ...before.facts,
      persons: [...before.facts.persons, { person: mother, role: 'adult', household: 'home' }],
    });
  });

  test('[D4] where no lead is named, whoever registers is in the team; where one is, they are', () => {
    const alone = decide(undefined, register(null), { author: practitioner('me', 'school') });
    expect(alone).toMatchObject({ facts: { lead: null, team: [{ principal: 'me' }] } });
    const manager = practitioner('me', 'la_early_help', { roles: ['manager'], hub: 'east' });
    const led = decide(undefined, register('other', 'east'), { author: manager });
    expect(led).toMatchObject({ facts: { lead: 'other', team: [{ principal: 'other', to: null }] } });
  });
});

describe('two at once: the first is ordered, the second was given without knowing of it', () => {
  type Row = readonly [
    string,
    first: EarlyHelpJson,
    second: EarlyHelpJson,
    outcome: string,
    before?: readonly EarlyHelpJson[],
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
    // A manager of the hub: their right to decide is the same before and after the first.
    const manages = (hub: string) => practitioner('boss', 'la_early_help', { roles: ['manager'], hub });
    const one = decide(after(...before), first);
    if ('code' in one) throw new Error(`The first was refused: ${one.code}`);
    const author = second.type === 'allocate' && one.facts.hub !== null ? manages(one.facts.hub) : undefined;
    const two = decide(one, second, { since: [first], ...(author !== undefined && { author }) });
    expect('code' in two ? two.code : 'both stand').toBe(outcome);
  });

  test('[D5] a decision that its author knew of overtakes nothing', () => {
    const author = practitioner('boss', 'la_early_help', { roles: ['manager'], hub: 'east' });
    expect(decide(after(allocate('east')), allocate('west'), { author })).toMatchObject({ facts: { hub: 'west' } });
  });

  test('[D6] one that is refused says what stands instead', () => {
    const author = practitioner('boss', 'la_early_help', { roles: ['manager'], hub: 'east' });
    const names = { who: () => 'Claire Bennett', unit: () => 'East' };
    const state = after(allocate('east'), join('school', Date.UTC(2027, 5, 30)));
    const stands = (json: EarlyHelpJson, since: readonly EarlyHelpJson[] = []) =>
      decide(state, json, { names, author, since });
    expect(stands(allocate('west'), [allocate('east')])).toMatchObject({
      code: 'overtaken',
      stands: 'The family is allocated to East.',
    });
    expect(stands(join('school'))).toMatchObject({
      code: 'already',
      stands: 'Claire Bennett is in the team until 30 June 2027.',
    });
    expect(stands(leave('health'))).toMatchObject({ code: 'already', stands: 'Claire Bennett is not in the team.' });
    expect(stands(allocate('east'))).toMatchObject({ code: 'already', stands: 'The family is allocated to East.' });
  });

  test('[D6] a refusal says in the words of the field what to do next', () => {
    const known = knowing([practitioner('dad', 'other', { kind: 'family-adult', agency: null })]);
    const said = (json: EarlyHelpJson) => {
      const came = decide(after(), json, { known });
      return 'code' in came ? `${came.code}: ${came.words}` : 'decided';
    };
    expect([join('nobody'), join('dad'), allocate('nowhere'), leave('lead')].map(said)).toEqual([
      'cannot-join: This person cannot be in this team. Choose somebody else, or ask the manager.',
      'cannot-join: This person cannot be in this team. Choose somebody else, or ask the manager.',
      'no-such-hub: There is no such hub. Choose another.',
      'is-lead: The lead practitioner stays in the team until somebody else leads. Hand the lead over first.',
    ]);
    expect(decide(after(), leave('x'), { author: practitioner('stranger', 'school') })).toMatchObject({
      code: 'not-allowed',
      words: 'There is no such record, or you may not decide this about it. Ask the lead practitioner or the manager.',
    });
  });

  test('[D6] whom a record is closed to cannot be put into its team, and who that is is not told', () => {
    const state = after();
    const closed = { ...state, facts: { ...state.facts, barred: ['school'] } };
    const known = knowing([practitioner('school', 'school')]);
    expect(decide(closed, join('school'), { known })).toMatchObject({ code: 'cannot-join' });
  });
});
