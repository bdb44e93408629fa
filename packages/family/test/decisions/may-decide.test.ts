import { earlyHelp, type Principal } from '@caseweave/family';
import { judgeCommand, withoutNames } from '@caseweave/model';
import { describe, expect, test } from 'vitest';
import { knowing, practitioner } from '../people.ts';
import { facts, type Flat, member, personFacts, stateOf } from '../records.ts';
import { at } from '../rights/fixtures.ts';
import {
  addPerson,
  allocate,
  child,
  commandOf,
  type EarlyHelpJson,
  join,
  leave,
  mother,
  register,
} from './fixtures.ts';

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

/** Who of these may give a command; what it comes to is not asked. */
function allowed(json: EarlyHelpJson, decided: Flat | undefined, persons: readonly Flat[] = []): readonly string[] {
  const names = Object.keys(who) as Who[];
  return names
    .filter((name) => {
      const refusal = judgeCommand(earlyHelp, commandOf(json), {
        who: who[name],
        state: decided === undefined ? undefined : stateOf(decided),
        at,
        known: knowing(Object.values(who), persons),
        since: [],
        names: withoutNames,
      });
      return refusal?.code !== 'not-allowed';
    })
    .toSorted();
}

describe('[D7] who may give which command', () => {
  test.for<readonly [string, EarlyHelpJson, Flat | undefined, readonly Who[]]>([
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
  ])('%s', ([, command, decided, may]) => {
    expect(allowed(command, decided)).toEqual(may.toSorted());
  });

  test('put a person who is known into another family: who decides about the person too', () => {
    const person = personFacts([family], { record: mother });
    const elsewhere = personFacts([facts({ lead: 'other', hub: 'tettenhall' })], { record: mother });
    const link = addPerson(mother, 'adult', false);
    expect(allowed(link, family, [person])).toEqual(['coordinator', 'lead', 'manager']);
    expect(allowed(link, family, [elsewhere])).toEqual([]);
    // What is no person, and what does not exist, are answered alike.
    expect(allowed(link, family, [{ ...family, record: mother }])).toEqual([]);
    expect(allowed(link, family)).toEqual([]);
    const registered = { ...register(null), persons: [{ person: child, role: 'child', isNew: false }] };
    expect(allowed(registered, undefined, [personFacts([family], { record: child })])).toEqual([
      'coordinator',
      'lead',
      'manager',
    ]);
  });

  test.each([
    { type: 'appoint-lead', principal: 'lead' },
    { type: 'grant-family-access', principal: 'lead', section: 'safety.intelligence', act: 'write' },
    { type: 'end-family-access', principal: 'lead', section: 'safety.intelligence' },
    { type: 'bar-from-family', principal: 'me' },
  ])('nobody who signs in takes $type', (command) => {
    expect(allowed({ ...command, record: child }, family)).toEqual([]);
  });

  test.each([
    { type: 'grant-person-access', principal: 'lead', section: 'person.location', act: 'read' },
    { type: 'end-person-access', principal: 'lead', section: 'person.location' },
    { type: 'bar-from-person', principal: 'me' },
    { type: 'protect-location', isProtected: true },
  ])('nobody who signs in takes $type', (command) => {
    expect(allowed({ ...command, record: child }, personFacts([family]))).toEqual([]);
  });
});

test('[A10] the lead and the managers of the hub decide about a family, and about its people', () => {
  const person = personFacts([family]);
  const deciding = (Object.keys(who) as Who[]).filter((name) => {
    const seats = earlyHelp.seats(who[name], stateOf(person), at);
    return seats.has('lead') || seats.has('manager');
  });
  expect(deciding).toEqual(['lead', 'manager', 'coordinator']);
});
