import { type DecisionCommand, mayDecide, mayLink, type Principal, type RecordFacts } from '@caseweave/family';
import { describe, expect, test } from 'vitest';
import { at, facts, member, personFacts, practitioner } from '../rights/fixtures.ts';
import { addPerson, allocate, join, leave, mother, register } from './fixtures.ts';

const family = facts({ lead: 'lead', hub: 'bilston', team: [member('me'), member('lead')], barred: ['barred'] });
const unplaced = facts({ lead: 'lead', hub: null });
const manages = { roles: ['manager'], hub: 'bilston' } as const;
const who = {
  lead: practitioner('lead', 'la_early_help'),
  manager: practitioner('boss', 'la_early_help', manages),
  coordinator: practitioner('boss', 'family_hub', { roles: ['hub_coordinator'], hub: 'bilston' }),
  managerElsewhere: practitioner('boss', 'la_early_help', { roles: ['manager'], hub: 'tettenhall' }),
  member: practitioner('me', 'school'),
  stranger: practitioner('stranger', 'la_early_help', { hub: 'bilston' }),
  barredManager: practitioner('barred', 'la_early_help', manages),
  mother: { id: 'mum', kind: 'family-adult', agency: null, roles: [], hub: null, person: mother },
  withoutAgency: practitioner('odd', 'other', { agency: null }),
} as const satisfies Readonly<Record<string, Principal>>;
type Who = keyof typeof who;

describe('[D7] who may give which command', () => {
  test.for<readonly [string, DecisionCommand, RecordFacts | undefined, readonly Who[]]>([
    ['register a person', addPerson(mother), family, ['lead', 'manager', 'coordinator']],
    ['let somebody join', join('x'), family, ['lead', 'manager', 'coordinator']],
    ['take somebody out', leave('x'), family, ['lead', 'manager', 'coordinator']],
    ['leave oneself', leave('me'), family, ['lead', 'manager', 'coordinator', 'member']],
    ['leave where one is barred', leave('barred'), family, ['lead', 'manager', 'coordinator']],
    ['allocate from a hub', allocate('x'), family, ['manager', 'coordinator']],
    ['allocate what has no hub', allocate('x'), unplaced, ['lead']],
    ['anything about what does not exist', join('x'), undefined, []],
    ['anything about a person', join('x'), personFacts([family]), []],
    [
      'register a family without a lead',
      register(null, 'anywhere'),
      undefined,
      ['lead', 'manager', 'coordinator', 'managerElsewhere', 'member', 'stranger', 'barredManager'],
    ],
    ['register a family and lead it', register('stranger'), undefined, ['stranger']],
    [
      'register a family that another leads',
      register('x', 'bilston'),
      undefined,
      ['manager', 'coordinator', 'barredManager'],
    ],
    ['register a family that another leads, in no hub', register('x'), undefined, []],
  ])('%s', ([, command, decided, allowed]) => {
    const may = (Object.keys(who) as Who[]).filter((one) => mayDecide(who[one], command, decided, at));
    expect(may.toSorted()).toEqual(allowed.toSorted());
  });

  test('put a person who is known into another family: who decides about the person', () => {
    const person = personFacts([family], { record: mother });
    const may = (Object.keys(who) as Who[]).filter((one) => mayLink(who[one], person, at));
    expect(may.toSorted()).toEqual(['coordinator', 'lead', 'manager']);
    expect(mayLink(who.lead, family, at)).toBe(false);
  });
});
