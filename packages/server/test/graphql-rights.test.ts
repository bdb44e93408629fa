import {
  chronologyShared,
  may,
  oversight,
  personIdentity,
  personLocation,
  planPractice,
  planShared,
  type AgencyKind,
  type Principal,
  type RecordFacts,
  type Role,
} from '@caseweave/family';
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { asker } from './graphql-ask.ts';
import { Authority, NOW } from './graphql-authority.ts';

const people = ['ann', 'ben', 'cat'] as const;
const somebody = fc.constantFrom(...people);
const time = { from: fc.constantFrom(0, NOW + 1), to: fc.constantFrom(null, NOW, NOW + 1) };

const arbitraryFacts = fc.record({
  hub: fc.constantFrom(null, 'hub-east', 'hub-west'),
  lead: fc.option(somebody),
  team: fc.array(fc.record({ principal: somebody, ...time }), { maxLength: 3 }),
  grants: fc.array(
    fc.record({
      principal: somebody,
      section: fc.constantFrom('person.location', 'plan.practice', 'plan.shared'),
      act: fc.constantFrom('read', 'write'),
      ...time,
    }),
    { maxLength: 2 },
  ),
  barred: fc.array(somebody, { maxLength: 1 }),
  socialCareOpenTo: fc.array(somebody, { maxLength: 1 }),
  protectedLocation: fc.boolean(),
});

const arbitraryPerson = fc.record({
  agency: fc.constantFrom<AgencyKind>(
    'la_early_help',
    'school',
    'health_visiting',
    'police',
    'housing',
    'la_social_care',
  ),
  hub: fc.constantFrom(null, 'hub-east'),
  role: fc.constantFrom<Role>('taf_practitioner', 'manager', 'hub_coordinator'),
});

type Facts = typeof arbitraryFacts extends fc.Arbitrary<infer Value> ? Value : never;

/** A family and its one child whose every section holds a word of its own. */
function authorityOf(decided: Facts, staff: readonly { agency: AgencyKind; hub: string | null; role: Role }[]) {
  const authority = new Authority();
  people.forEach((id, index) => {
    const { agency = 'school', hub = null, role = 'taf_practitioner' } = staff[index] ?? {};
    authority.practitioner(id, id, agency, hub, [role]);
  });
  const { protectedLocation, ...around } = decided;
  const persons = [{ person: 'child', role: 'child', household: null }] as const;
  const family = authority.record({ record: 'family', kind: 'family', persons, ...around });
  const child = authority.record({
    record: 'child',
    kind: 'person',
    protectedLocation,
    grants: decided.grants,
    families: [family],
  });
  authority.section('family', planShared, (draft) => draft.story.insert(0, 'word-plan.shared'));
  authority.section('family', planPractice, (draft) => draft.analysis.insert(0, 'word-plan.practice'));
  authority.section('family', oversight, () => undefined);
  authority.section('family', chronologyShared, (draft) => {
    const known = { precision: 'day', significance: 'notable', sourceAgency: 'School', about: [] } as const;
    draft.events.append({ ...known, occurredOn: '2026-05-02', text: 'word-chronology.shared' });
  });
  authority.section('child', personIdentity, (draft) => {
    draft.givenName = 'word-person.identity';
  });
  authority.section('child', personLocation, (draft) => {
    draft.gp = 'word-person.location';
  });
  return { authority, family, child };
}

const everything = `{
  caseload { nodes { id } }
  family(id: "family") {
    name sections { name } plan { story } chronology { nodes { text } }
    people { person { name sections { name } identity { givenName } location { gp } } }
  }
}`;

interface Everything {
  readonly caseload: { readonly nodes: readonly unknown[] };
  readonly family: {
    readonly sections: readonly { readonly name: string }[];
    readonly people: readonly { readonly person: { readonly sections: readonly { readonly name: string }[] } }[];
  } | null;
}

const shownSections = ['plan.shared', 'chronology.shared', 'person.identity', 'person.location'];
const hiddenSections = ['plan.practice', 'oversight'];

test.prop([arbitraryFacts, fc.tuple(arbitraryPerson, arbitraryPerson, arbitraryPerson)])(
  '[G8] whatever is decided, an answer holds the words of the sections that may be read, and of no others',
  async (decided, staff) => {
    const { authority, family, child } = authorityOf(decided, staff);
    const ask = asker(authority);
    for (const principal of authority.principals.values()) {
      const readable = (facts: RecordFacts) => readableOf(principal, facts);
      const inFamily = readable(family);
      const { text, body } = await ask(principal.id, everything);
      const data = body.data as Everything;

      expect(data.caseload.nodes.length).toBe(inFamily.includes('plan.shared') ? 1 : 0);
      if (inFamily.length === 0) {
        expect(data).toEqual({ caseload: { nodes: [] }, family: null });
        continue;
      }
      expect(data.family?.sections.map(({ name }) => name)).toEqual(inFamily);
      const ofChild = readable(child);
      expect(data.family?.people.flatMap(({ person }) => person.sections.map(({ name }) => name))).toEqual(ofChild);
      const told = shownSections.filter((section) => text.includes(`word-${section}`));
      expect(told).toEqual(shownSections.filter((section) => [...inFamily, ...ofChild].includes(section)));
      for (const section of hiddenSections) expect(text).not.toContain(`word-${section}`);
    }
  },
);

const readableOf = (principal: Principal, facts: RecordFacts): readonly string[] =>
  (facts.kind === 'family'
    ? ['chronology.shared', 'oversight', 'plan.practice', 'plan.shared']
    : ['person.identity', 'person.location']
  ).filter((section) => may(principal, 'read', section, facts, NOW));
