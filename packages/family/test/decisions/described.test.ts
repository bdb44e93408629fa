import { earlyHelp, type FamilyFacts, teamAt } from '@caseweave/family';
import { carryOut, decisionPort, type RecordState } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { told } from '../early-help.ts';
import { knowing, named, practitioner } from '../people.ts';
import { facts, personFacts } from '../records.ts';
import {
  addPerson,
  allocate,
  at,
  child,
  commandOf,
  decide,
  type EarlyHelpJson,
  type Family,
  family,
  id,
  join,
  leave,
  mother,
  register,
} from './fixtures.ts';

const everyone = ['lead', 'school', 'health', 'idva'];
const people = everyone.map((who) => practitioner(who, 'la_early_help'));
const lead = practitioner('lead', 'la_early_help');
const port = decisionPort(earlyHelp, named(lead), knowing(people));
// The lead answers for the hubs too, so that they may allocate from one to the other.
const author = (state: Family) => practitioner('lead', 'la_early_help', { roles: ['manager'], hub: state.facts.hub });

const aCommand: fc.Arbitrary<EarlyHelpJson> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...everyone), fc.option(fc.integer({ min: 1, max: 50 })))
    .map(([who, days]) => join(who, days === null ? null : at + days * 86_400_000)),
  fc.constantFrom(...everyone).map(leave),
  fc.constantFrom('east', 'west').map(allocate),
  fc.constantFrom(mother, id(5), id(6)).map((person) => addPerson(person)),
);

/** What the lead is told of a family of which they may read everybody. */
function tellLead({ facts: decided, record }: Family): unknown {
  const { status: _, ...rest } = decided;
  const flat = facts({ record, ...rest });
  const persons = decided.persons.map(({ person }) => personFacts([flat], { record: person }));
  return told(lead, flat, at, knowing(people, persons));
}

const begun = (): Family => {
  const state = decide(undefined, register());
  if ('code' in state) throw new Error(state.code);
  return state;
};

test('[D3] what a device folds into what it was told is what the server tells once it is decided', () => {
  fc.assert(
    fc.property(fc.array(aCommand, { maxLength: 12 }), (commands) => {
      const by = { principal: 'lead', at };
      let state = begun();
      let known = JSON.parse(JSON.stringify(tellLead(state))) as Json;
      for (const command of commands) {
        const decided = decide(state, command, { author: author(state), known: knowing(people) });
        const onDevice = port.fold(known, command as unknown as Json, by);
        if ('code' in decided) {
          expect(onDevice).toBeNull();
          continue;
        }
        state = decided;
        expect(onDevice).toEqual(tellLead(state));
        known = onDevice;
        // Never none while the family is helped, and what is decided once is not decided again.
        expect(teamAt(state.facts, at).some(({ principal }) => principal === state.facts.lead)).toBe(true);
        expect(decide(state, command, { author: author(state) })).toHaveProperty('code');
      }
    }),
  );
});

test('[D5] two different decisions given at once come to the same, whichever is ordered first, unless one overtakes', () => {
  fc.assert(
    fc.property(fc.array(aCommand, { maxLength: 6 }), aCommand, aCommand, (before, one, other) => {
      const apply = (state: Family, command: EarlyHelpJson, since: readonly EarlyHelpJson[] = []) => {
        const decided = decide(state, command, { author: author(state), since });
        return 'code' in decided ? null : decided;
      };
      const state = before.reduce((now, command) => apply(now, command) ?? now, begun());
      const [first, second] = [apply(state, one), apply(state, other)];
      fc.pre(first !== null && second !== null);
      const [after, afterToo] = [apply(first, other, [one]), apply(second, one, [other])];
      if (after === null || afterToo === null) return;
      const sets = ({ facts: decided }: RecordState<FamilyFacts>) => ({
        hub: decided.hub,
        lead: decided.lead,
        team: new Set(teamAt(decided, at).map(({ principal }) => principal)),
        persons: new Set(decided.persons.map(({ person }) => person)),
      });
      expect(sets(after)).toEqual(sets(afterToo));
    }),
  );
});

test('[D10] a device knows what it registers before the server has heard of it', () => {
  const sections = [
    { record: family, name: 'plan.shared', section: id(11) },
    { record: child, name: 'person.health', section: id(12) },
  ];
  const command = { ...register('lead', 'east'), sections };
  const [plan, person, ...none] = port.records(command);
  expect(none).toEqual([]);
  expect(port.record(command)).toBe(family);
  expect(plan).toMatchObject({
    record: family,
    kind: 'family',
    facts: {
      status: 'open',
      hub: { id: 'east', name: 'Hub east' },
      lead: 'lead',
      team: [{ id: 'lead', name: 'Name of lead', agencyName: 'Agency of lead', role: 'lead', until: null }],
      persons: [{ person: child, role: 'child' }],
    },
    sections: [{ section: id(11), name: 'plan.shared', acts: { read: true, write: true, append: true } }],
  });
  // Health is for those who are named: the section is known and nothing may be done in it.
  expect(person).toEqual({
    record: child,
    kind: 'person',
    facts: { families: [family] },
    sections: [{ section: id(12), name: 'person.health', acts: { read: false, write: false, append: false } }],
  });
});

test('[D10] a person whom the lead registers can be written about before the server has heard of them', () => {
  const sections = [{ record: mother, name: 'person.identity', section: id(11) }];
  const command = { ...addPerson(mother, 'adult'), sections };
  const known = JSON.parse(JSON.stringify(tellLead(begun()))) as Json;
  expect(port.records(command, known)).toEqual([
    {
      record: mother,
      kind: 'person',
      facts: { families: [family] },
      sections: [{ section: id(11), name: 'person.identity', acts: { read: true, write: true, append: true } }],
    },
  ]);
  expect(port.records(addPerson(mother, 'adult', false), known)).toEqual([]);
});

test('[D10] a command is checked before it is stored, and told in words', () => {
  expect(port.check(join('school'))).toBeNull();
  expect(port.check({ type: 'erase' })).toMatchObject({ code: 'malformed' });
  expect(port.words(join('school'))).toBe('Name of school joins the team');
  expect(port.fold('no facts', join('school'), { principal: 'lead', at })).toBeNull();
});

test('[D10] what a server of a later version says of a family beside is let through', () => {
  const known = { ...(JSON.parse(JSON.stringify(tellLead(begun()))) as object), later: true };
  expect(port.fold(known, allocate('east'), { principal: 'lead', at })).toMatchObject({ hub: { id: 'east' } });
  const earlier = { ...known, team: [{ id: 'lead', name: 'L', agency: null, agencyName: null, role: 'lead' }] };
  expect(port.fold(earlier, join('school'), { principal: 'lead', at })).toMatchObject({ team: [{}, {}] });
});

test('[D3] the log of a family is folded by the same functions', () => {
  const by = { who: 'lead', at };
  const first = carryOut(earlyHelp, commandOf(register()), undefined, by).state;
  const second = carryOut(earlyHelp, commandOf(join('school')), first, by).state;
  expect(second.facts).toMatchObject({ team: [{ principal: 'lead' }, { principal: 'school' }] });
});
