import {
  conflicts,
  type Decided,
  decidedAt,
  type DecisionCommand,
  decisionPort,
  describeRecord,
  foldDecision,
  type RecordFacts,
} from '@caseweave/family';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facts as factsWith, practitioner } from '../rights/fixtures.ts';
import { addPerson, allocate, at, child, family, id, join, leave, mother, named, register } from './fixtures.ts';

const everyone = ['lead', 'school', 'health', 'idva'];
const names = {
  practitioner: (who: string) => (everyone.includes(who) ? named(who) : undefined),
  hub: (hub: string) => `Hub ${hub}`,
};
const port = decisionPort(named('lead'), names);

const aCommand: fc.Arbitrary<DecisionCommand> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...everyone), fc.option(fc.nat(50)))
    .map(([who, days]) => join(who, days === null ? null : at + days * 86_400_000)),
  fc.constantFrom(...everyone).map(leave),
  fc.constantFrom('east', 'west').map(allocate),
  fc.constantFrom(mother, id(5), id(6)).map((person) => addPerson(person)),
);

/** The same in the form of rights, as a server keeps it. */
const kept = (state: Decided): RecordFacts =>
  factsWith({
    record: family,
    hub: state.hub,
    lead: state.lead,
    team: state.team.map(({ principal, until }) => ({ principal, from: 0, to: until })),
    persons: state.persons.map((person) => ({ ...person, household: null })),
  });

test('[D3] what a device folds into what it was told is what the server tells once it is decided', () => {
  fc.assert(
    fc.property(fc.array(aCommand, { maxLength: 12 }), (commands) => {
      const by = { principal: 'lead', at };
      const reader = practitioner('lead', 'la_early_help');
      const tell = (state: Decided) =>
        describeRecord(
          reader,
          { facts: kept(state), status: state.status },
          {
            practitioner: names.practitioner,
            person: (person) => factsWith({ record: person, kind: 'person', families: [kept(state)] }),
            hubName: names.hub,
          },
          at,
        );
      const begun = foldDecision(null, register(), by);
      if (begun.type === 'refused') throw new Error(begun.code);
      let state = begun.state;
      let told: unknown = JSON.parse(JSON.stringify(tell(state)));
      for (const command of commands) {
        const folded = foldDecision(state, command, by);
        const onDevice = port.fold(told as never, command, by);
        if (folded.type === 'refused') {
          expect(onDevice).toBeNull();
          continue;
        }
        state = folded.state;
        expect(onDevice).toEqual(tell(state));
        expect(decidedAt({ facts: kept(state), status: 'open' }, at)).toEqual(state);
        told = onDevice;
        // Never none while the family is helped, and what is decided once is not decided again.
        expect(state.team.some(({ principal }) => principal === state.lead)).toBe(true);
        expect(foldDecision(state, command, by).type).toBe('refused');
      }
    }),
  );
});

test('[D5] two different decisions given at once come to the same, whichever is ordered first, unless one overtakes', () => {
  fc.assert(
    fc.property(fc.array(aCommand, { maxLength: 6 }), aCommand, aCommand, (before, one, other) => {
      const by = { principal: 'lead', at };
      const apply = (state: Decided, command: DecisionCommand) => {
        const folded = foldDecision(state, command, by);
        return folded.type === 'decided' ? folded.state : null;
      };
      const begun = foldDecision(null, register(), by);
      if (begun.type === 'refused') throw new Error(begun.code);
      const state = before.reduce((now, command) => apply(now, command) ?? now, begun.state);
      fc.pre(!conflicts(one, [other]) && !conflicts(other, [one]));
      const [first, second] = [apply(state, one), apply(state, other)];
      fc.pre(first !== null && second !== null);
      const [after, afterToo] = [apply(first, other), apply(second, one)];
      if (after === null || afterToo === null) return;
      const sets = ({ team, persons, ...rest }: Decided) => ({
        ...rest,
        team: new Set(team.map(({ principal }) => principal)),
        persons: new Set(persons.map(({ person }) => person)),
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
  expect(port.record(command as never)).toBe(family);
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

test('[D10] a command is checked before it is stored, and told in words', () => {
  expect(port.check(join('school') as never)).toBeNull();
  expect(port.check({ type: 'erase' })).toMatchObject({ code: 'malformed' });
  expect(port.words(join('school') as never)).toBe('Name of school joins the team');
  expect(port.fold('no facts', join('school') as never, { principal: 'lead', at })).toBeNull();
});
