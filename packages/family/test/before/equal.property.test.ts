import {
  actsOn,
  conflicts,
  type Decided,
  decidedAt,
  type DecisionCommand,
  describeRecord,
  earlyHelp,
  type FamilyFacts,
  foldDecision,
  mayDecide,
  mayLink,
  type NamedPractitioner,
  newRecordsOf,
  parseCommand as parseBefore,
  personsOf,
  type Principal,
  seenDecision,
  seesPractitioner,
  standing,
  teamAt,
} from '@caseweave/family';
import {
  carryOut,
  type Command,
  commandJson,
  foldEntries,
  judgeCommand,
  type Known,
  parseCommand,
  type RecordState,
  toldDecision,
} from '@caseweave/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addPerson,
  allocate,
  child,
  family as familyId,
  id,
  join,
  leave,
  mother,
  register,
} from '../decisions/fixtures.ts';
import { aFamily, aPerson, aPrincipal, aRecord, aSection } from '../rights/arbitraries.ts';
import { practitioner } from '../people.ts';
import { facts, type Flat, personFacts, stateOf } from '../records.ts';
import { at } from '../rights/fixtures.ts';

const moment = fc.integer({ min: 0, max: 2 * at });

test('rights are those of before', () => {
  fc.assert(
    fc.property(aPrincipal, aRecord, aSection, moment, (who, record, section, when) => {
      expect(earlyHelp.acts(who, section, stateOf(record), when)).toEqual(actsOn(who, section, record, when));
    }),
    { numRuns: 5_000 },
  );
});

const anId = fc.constantFrom('me', 'other', 'idva');
const other: fc.Arbitrary<Principal> = fc
  .tuple(aPrincipal, fc.constantFrom('other', 'idva'))
  .map(([who, name]) => ({ ...who, id: name }));
const aListed: fc.Arbitrary<Flat> = fc
  .tuple(aFamily, fc.array(fc.record({ principal: anId, visibleTo: fc.option(fc.array(anId, { maxLength: 2 })) })))
  .map(([family, listed]) => ({
    ...family,
    team: [...family.team, ...listed.map((one) => ({ from: 0, to: null, ...one }))],
  }));

test('who is seen around a family is as before; around a person, nobody less', () => {
  fc.assert(
    fc.property(aPrincipal, other, aListed, aPerson, moment, (reader, one, family, person, when) => {
      const sees = (of: Flat) => earlyHelp.kinds.get(of.kind)?.seen.who(reader, one, stateOf(of), when);
      expect(sees(family)).toBe(seesPractitioner(reader, one, family, when));
      const around = { ...person, families: [family, ...person.families] };
      if (seesPractitioner(reader, one, around, when)) expect(sees(around)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

const people = ['child', 'mother', 'father'];
const around = (who: readonly Principal[], persons: readonly Flat[]) => {
  const named = (one: Principal): NamedPractitioner => ({
    principal: one,
    name: `Name of ${one.id}`,
    agencyName: `Agency of ${one.id}`,
  });
  const find = (wanted: string) => who.find((one) => one.id === wanted);
  const person = (wanted: string) => persons.find(({ record }) => record === wanted);
  const before = {
    practitioner: (wanted: string) => {
      const found = find(wanted);
      return found === undefined ? undefined : named(found);
    },
    person,
    hubName: (hub: string) => `Hub ${hub}`,
  };
  const known: Known = {
    who: (wanted) => {
      const found = find(wanted);
      return found === undefined
        ? null
        : { who: found, name: `Name of ${found.id}`, organisation: `Agency of ${found.id}` };
    },
    unit: (_, unit) => (unit === 'nowhere' ? null : { id: unit, name: `Hub ${unit}` }),
    state: (wanted) => {
      const found = person(wanted);
      return found === undefined ? null : stateOf(found);
    },
  };
  return { before, known };
};
const aPersonIn = (family: Flat) =>
  fc.tuple(...people.map((record) => aPerson.map((person) => ({ ...person, record, families: [family] }))));

test('what is told of a record is as before', () => {
  fc.assert(
    fc.property(
      aPrincipal,
      fc.array(other, { maxLength: 2 }),
      aListed.chain((family) => fc.tuple(fc.constant(family), aPersonIn(family))),
      moment,
      (reader, others, [family, persons], when) => {
        const { before, known } = around([reader, ...others], persons);
        for (const record of [family, ...persons])
          expect(earlyHelp.kinds.get(record.kind)?.seen.facts(reader, stateOf(record), known, when)).toEqual(
            describeRecord(reader, { facts: record, status: 'open' }, before, when),
          );
      },
    ),
    { numRuns: 2_000 },
  );
});

const everyone = ['me', 'other', 'idva', 'nobody'];
const aName = fc.constantFrom(...everyone);
const aHub = fc.constantFrom('bilston', 'tettenhall', 'nowhere');
const aPersonId = fc.constantFrom(child, mother, id(5), id(6));
const aCommand: fc.Arbitrary<DecisionCommand> = fc.oneof(
  fc
    .tuple(aName, fc.option(moment), fc.option(fc.array(aName, { maxLength: 2 })))
    .map(([who, until, visibleTo]): DecisionCommand => ({
      ...(join(who, until) as { type: 'join-team' } & DecisionCommand),
      visibleTo,
    })),
  aName.map(leave),
  aHub.map(allocate),
  fc
    .tuple(aPersonId, fc.constantFrom('child', 'adult'), fc.boolean())
    .map(([person, role, isNew]): DecisionCommand => ({
      ...(addPerson(person, role) as { type: 'register-person' } & DecisionCommand),
      isNew,
    })),
  fc.tuple(fc.option(aName), fc.option(aHub)).map(([lead, hub]) => register(lead, hub)),
);

const parsed = (command: DecisionCommand): Command => {
  const read = parseCommand(earlyHelp, JSON.parse(JSON.stringify(command)));
  if (read.type === 'refused') throw new Error(JSON.stringify(read.refusal));
  return read.command;
};

test('commands are read as before', () => {
  fc.assert(
    fc.property(aCommand, (command) => {
      expect(parseBefore(command).type).toBe('command');
      expect(commandJson(parsed(command))).toEqual(command);
      expect(new Map(newRecordsOf(command))).toEqual(
        new Map(
          [...carryOut(earlyHelp, parsed(command), undefinedOr(command), { who: 'me', at }).begun]
            .map(({ record, kind }): [string, string] => [record, kind])
            .concat(command.type === 'register-family' ? [[command.record, 'family']] : []),
        ),
      );
    }),
  );
});
const undefinedOr = (command: DecisionCommand) =>
  command.type === 'register-family' ? undefined : stateOf(facts({ record: familyId }));

test('a decision is told as before', () => {
  fc.assert(
    fc.property(
      aPrincipal,
      fc.array(other, { maxLength: 2 }),
      aListed.chain((family) => fc.tuple(fc.constant({ ...family, record: familyId }), aPersonIn(family))),
      aCommand,
      moment,
      (reader, others, [family, persons], command, when) => {
        const placed = persons.map((person, n) => ({ ...person, record: [child, mother, id(5)][n] ?? '' }));
        const whole = {
          ...family,
          persons: placed.map(({ record }) => ({ person: record, role: 'child' as const, household: null })),
        };
        const { before, known } = around([reader, ...others], placed);
        const by = others[0] ?? reader;
        const told = toldDecision(
          earlyHelp,
          reader,
          { key: 'k', command: parsed(command), by: { who: by, name: 'By' }, at: when },
          stateOf(whole),
          known,
        );
        const taken = { key: 'k', command, by: { principal: by, name: 'By' }, at: when };
        expect(told).toEqual(
          seenDecision(reader, taken, {
            facts: whole,
            practitioner: (wanted) => before.practitioner(wanted)?.principal,
            person: before.person,
          }),
        );
      },
    ),
    { numRuns: 3_000 },
  );
});

/** What the server asked before, in its order. */
function codeBefore(
  author: Principal,
  command: DecisionCommand,
  record: Flat | undefined,
  since: readonly DecisionCommand[],
  who: readonly Principal[],
  persons: readonly Flat[],
): string | null {
  if (!mayDecide(author, command, record, at)) return 'not-allowed';
  for (const { person, isNew } of personsOf(command)) {
    const found = persons.find((one) => one.record === person);
    if (!isNew && (found === undefined || !mayLink(author, found, at))) return 'not-allowed';
  }
  const state = record === undefined ? null : decidedAt({ facts: record, status: 'open' }, at);
  const folded = foldDecision(state, command, { principal: author.id, at });
  if (folded.type === 'refused') return folded.code;
  const named =
    command.type === 'join-team'
      ? [command.principal]
      : command.type === 'register-family' && command.lead !== null
        ? [command.lead]
        : [];
  const canJoin = (wanted: string) => {
    const found = who.find((one) => one.id === wanted);
    return found?.kind === 'practitioner' && found.agency !== null && record?.barred.includes(wanted) !== true;
  };
  if (!named.every(canJoin)) return 'cannot-join';
  if ('hub' in command && command.hub === 'nowhere') return 'no-such-hub';
  if (state !== null && conflicts(command, since)) return 'overtaken';
  // As the server found when it stored them.
  const taken = personsOf(command).some(({ person, isNew }) => isNew && persons.some((one) => one.record === person));
  return taken ? 'id-taken' : null;
}

const asDecided = ({ facts: decided }: RecordState<FamilyFacts>, when: number): Decided => ({
  status: decided.status,
  hub: decided.hub,
  lead: decided.lead,
  team: teamAt(decided, when),
  persons: decided.persons.map(({ person, role }) => ({ person, role })),
});

const anAuthor: fc.Arbitrary<Principal> = aPrincipal.map((who) => ({
  ...who,
  kind: 'practitioner',
  agency: { id: 'oak', kind: 'school' },
}));
const aLed: fc.Arbitrary<Flat> = aListed.map((one) => ({ ...one, lead: 'me', barred: [] }));

const aColleague = fc
  .tuple(anAuthor, fc.constantFrom('other', 'idva'))
  .map(([who, name]): Principal => ({ ...who, id: name }));

test('a command is judged and folded as before', () => {
  fc.assert(
    fc.property(
      fc.oneof(aPrincipal, anAuthor),
      fc.array(fc.oneof(other, aColleague), { maxLength: 3 }),
      fc.oneof(
        aListed,
        aLed,
        aLed.map((one) => ({ ...one, hub: null })),
      ),
      aCommand,
      fc.array(aCommand, { maxLength: 2 }),
      fc.boolean(),
      (author, others, family, command, since, exists) => {
        const record = exists ? { ...family, record: familyId } : undefined;
        const persons = [child, mother].map((one) => personFacts([{ ...family, record: familyId }], { record: one }));
        const who = [author, ...others];
        const { known } = around(who, persons);
        const refused = judgeCommand(earlyHelp, parsed(command), {
          who: author,
          state: record === undefined ? undefined : stateOf(record),
          at,
          known,
          since: since.map(parsed),
          names: { who: (one) => `Name of ${one}`, unit: (_, unit) => `Hub ${unit}` },
        });
        expect(refused?.code ?? null).toBe(codeBefore(author, command, record, since, who, persons));
        if (record !== undefined && refused?.code === 'overtaken')
          expect(refused.stands).toBe(
            standing(decidedAt({ facts: record, status: 'open' }, at), command, {
              practitioner: (one) => `Name of ${one}`,
              hub: (one) => `Hub ${one}`,
            }),
          );
        if (refused !== null) return;
        const before = record === undefined ? null : decidedAt({ facts: record, status: 'open' }, at);
        const folded = foldDecision(before, command, { principal: author.id, at });
        const { state } = carryOut(earlyHelp, parsed(command), record === undefined ? undefined : stateOf(record), {
          who: author.id,
          at,
        });
        const sorted = (decided: Decided) => ({
          ...decided,
          team: decided.team.toSorted((a, b) => (a.principal < b.principal ? -1 : 1)),
        });
        expect(folded.type === 'decided' && sorted(folded.state)).toEqual(
          sorted(asDecided(state as RecordState<FamilyFacts>, at)),
        );
      },
    ),
    { numRuns: 4_000 },
  );
});

test('the log of a family folds into what was decided one by one', () => {
  fc.assert(
    fc.property(fc.array(aCommand, { maxLength: 8 }), (commands) => {
      const kind = earlyHelp.kinds.get('family');
      if (kind === undefined) throw new Error('There is no such kind.');
      const first = parsed(register('lead'));
      let state = carryOut(earlyHelp, first, undefined, { who: 'lead', at }).state;
      const rest = commands.filter(({ type }) => type !== 'register-family').map(parsed);
      rest.forEach((command, n) => {
        state = carryOut(earlyHelp, command, state, { who: 'lead', at: at + n }).state;
      });
      const entries = [first, ...rest].map((command, n) => ({
        name: command.decision.name,
        version: command.decision.version,
        record: familyId,
        form: command.form as never,
        who: 'lead',
        at: n === 0 ? at : at + n - 1,
      }));
      expect(foldEntries(earlyHelp, kind, familyId, entries)).toEqual({ type: 'facts', facts: state.facts });
      expect(kind.facts.schema['~standard'].validate(state.facts)).toMatchObject({ value: state.facts });
    }),
  );
});

test('the keys of records and of those who look for them are the shelves of before', () => {
  fc.assert(
    fc.property(aPrincipal, aListed, aPerson, (who, family, person) => {
      const shelves = (of: Flat): readonly string[] => [
        ...[...of.team, ...of.grants].map(({ principal }) => `p:${principal}`),
        ...[...of.socialCareOpenTo, ...of.voiceAudience].map((one) => `p:${one}`),
        ...(of.lead === null ? [] : [`p:${of.lead}`]),
        ...of.persons.map((one) => `n:${one.person}`),
        ...(of.hub === null ? [] : [`h:${of.hub}`]),
        ...(of.kind === 'person' ? [`n:${of.record}`] : []),
        ...of.families.flatMap(shelves),
      ];
      for (const record of [family, { ...person, families: [family] }]) {
        const keys = earlyHelp.kinds.get(record.kind)?.index.keys(stateOf(record)) ?? [];
        expect(new Set(keys)).toEqual(new Set(shelves(record)));
        expect(keys).toHaveLength(new Set(keys).size);
        // Whoever may do something shares a key.
        const mine = earlyHelp.who.keys(who);
        if (!mine.some((key) => keys.includes(key)))
          expect(
            earlyHelp.kinds.get(record.kind) && earlyHelp.readsSome(who, stateOf(record), around([who], []).known, at),
          ).toBe(false);
      }
    }),
  );
  expect(earlyHelp.who.keys(practitioner('me', 'gp', { hub: 'bilston', roles: ['manager'] }))).toEqual([
    'p:me',
    'h:bilston',
  ]);
});
