import {
  chronologyShared,
  familyWords,
  may,
  notes,
  oversight,
  personHealth,
  personIdentity,
  personLocation,
  personVoice,
  planPractice,
  planShared,
  safetyDomesticAbuse,
  safetyIntelligence,
  seesHub,
  seesPractitioner,
  type AgencyKind,
  type Principal,
  type RecordFacts,
  type Role,
} from '@caseweave/family';
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { graphqlHandler } from '@caseweave/server';
import { asker, ORIGIN, post } from './graphql-ask.ts';
import { EventStream } from './graphql/event-stream.ts';
import { Authority, NOW } from './graphql-authority.ts';

const people = ['ann', 'ben', 'cat'] as const;
const somebody = fc.constantFrom(...people);
const time = { from: fc.constantFrom(0, NOW + 1), to: fc.constantFrom(null, NOW, NOW + 1) };

const arbitraryFacts = fc.record({
  hub: fc.constantFrom(null, 'hub-east', 'hub-west'),
  lead: fc.option(somebody),
  team: fc.array(
    fc.record({ principal: somebody, visibleTo: fc.option(fc.array(somebody, { maxLength: 2 })), ...time }),
    { maxLength: 3 },
  ),
  grants: fc.array(
    fc.record({
      principal: somebody,
      section: fc.constantFrom(
        'person.location',
        'person.health',
        'plan.practice',
        'plan.shared',
        'safety.domestic-abuse',
        'safety.intelligence',
      ),
      act: fc.constantFrom('read', 'write'),
      ...time,
    }),
    { maxLength: 3 },
  ),
  barred: fc.array(somebody, { maxLength: 1 }),
  socialCareOpenTo: fc.array(somebody, { maxLength: 1 }),
  voiceAudience: fc.array(somebody, { maxLength: 2 }),
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
    'domestic_abuse',
  ),
  hub: fc.constantFrom(null, 'hub-east'),
  role: fc.constantFrom<Role>('taf_practitioner', 'manager', 'hub_coordinator'),
});

type Facts = typeof arbitraryFacts extends fc.Arbitrary<infer Value> ? Value : never;

/** The word that only a section of that name holds. */
const word = (section: string): string => `word-${section.replaceAll('.', '-')}-word`;

/** A family and its one child whose every section holds a word of its own. */
function authorityOf(decided: Facts, staff: readonly { agency: AgencyKind; hub: string | null; role: Role }[]) {
  const authority = new Authority();
  people.forEach((id, index) => {
    const { agency = 'school', hub = null, role = 'taf_practitioner' } = staff[index] ?? {};
    authority.practitioner(id, `name-of-${id}`, agency, hub, [role]);
  });
  authority.member('parent', 'family-adult', 'adult');
  const { protectedLocation, voiceAudience, ...around } = decided;
  const persons = [
    { person: 'child', role: 'child', household: 'one' },
    { person: 'adult', role: 'adult', household: 'one' },
  ] as const;
  const family = authority.record({ record: 'family', kind: 'family', persons, ...around });
  const { grants } = decided;
  const child = authority.record({
    record: 'child',
    kind: 'person',
    protectedLocation,
    voiceAudience,
    grants,
    families: [family],
  });
  authority.record({ record: 'adult', kind: 'person', families: [family] });
  const on = { occurredOn: '2026-05-02', about: ['child'] } as const;
  authority.section('family', planShared, (draft) => {
    draft.story.insert(0, word('plan.shared'));
    draft.needs.add({ title: word('plan.shared'), about: ['child'] });
    draft.actions.add({ what: word('plan.shared'), owners: [...people, 'adult'] });
  });
  authority.section('family', planPractice, (draft) => {
    draft.analysis.insert(0, word('plan.practice'));
    draft.worries.add({ text: word('plan.practice'), about: ['child'] });
  });
  authority.section('family', familyWords, (draft) => {
    draft.ourStory.insert(0, word('family.words'));
    draft.proposals.append({ ...on, by: 'adult', text: word('family.words') });
  });
  authority.section('family', oversight, (draft) => {
    draft.entries.append({ ...on, text: word('oversight') });
    draft.visitAlert.add(word('oversight'));
  });
  authority.section('family', chronologyShared, (draft) => {
    const known = { precision: 'day', significance: 'notable', sourceAgency: 'School' } as const;
    draft.events.append({ ...on, ...known, text: word('chronology.shared') });
  });
  for (const agency of ['school', 'la-early-help']) {
    authority.section('family', notes(agency), (draft) => {
      draft.notes.append({ ...on, kind: 'visit', text: word(`notes.${agency}`) });
    });
  }
  authority.section('family', safetyDomesticAbuse, (draft) => {
    draft.safetyPlan.insert(0, word('safety.domestic-abuse'));
    draft.assessments.append({ ...on, level: 3, text: word('safety.domestic-abuse') });
    draft.steps.add({ what: word('safety.domestic-abuse') });
  });
  authority.section('family', safetyIntelligence, (draft) => {
    draft.items.append({ ...on, source: 'officer', text: word('safety.intelligence'), handling: 'With care' });
  });
  authority.section('child', personIdentity, (draft) => {
    draft.givenName = word('person.identity');
  });
  authority.section('child', personLocation, (draft) => {
    draft.gp = word('person.location');
    draft.addresses.add({ lines: word('person.location') });
  });
  authority.section('child', personHealth, (draft) => {
    draft.summary.insert(0, word('person.health'));
    draft.conditions.add({ name: word('person.health') });
    draft.contacts.append({ occurredOn: '2026-05-02', text: word('person.health') });
  });
  authority.section('child', personVoice, (draft) => {
    const said = { words: word('person.voice'), method: 'spoken', capturedBy: 'ann' } as const;
    draft.words.append({ occurredOn: '2026-05-02', ...said });
  });
  return { authority, family, child };
}

const everything = `{
  asOf
  caseload { totalCount nodes { id } }
  found: caseload(search: "word") { totalCount nodes { id } }
  east: caseload(hub: "hub-east") { totalCount nodes { id } }
  family(id: "family") {
    name sections { name } hub { id } team { id name } lead { id }
    plan { story questions { id } needs { nodes { title about { id name } written { author { name } } } }
      actions { nodes { what owners { person { id } practitioner { id name } } } } }
    practice { analysis worries { nodes { text about { name } } } }
    words { ourStory proposals { nodes { text by { person { name } } } } }
    chronology { totalCount nodes { text author { name } } }
    notes { agency { name } notes { nodes { text } } }
    safetyPlan { safetyPlan assessments { nodes { text } } steps { nodes { what } } }
    intelligence { items { totalCount nodes { text handling } } }
    oversight { visitAlert entries { nodes { text } } }
    people { person { name sections { name } identity { givenName } location { gp addresses { nodes { lines } } }
      health { summary conditions { nodes { name } } contacts { nodes { text } } } voice { words { nodes { words capturedBy { practitioner { name } } } } } } }
  }
}`;

interface Everything {
  readonly caseload: { readonly totalCount: number; readonly nodes: readonly unknown[] };
  readonly found: { readonly totalCount: number };
  readonly east: { readonly totalCount: number };
  readonly family: {
    readonly sections: readonly { readonly name: string }[];
    readonly hub: unknown;
    readonly team: readonly { readonly id: string }[];
    readonly people: readonly { readonly person: { readonly sections: readonly { readonly name: string }[] } }[];
  } | null;
}

const familySections = [
  'chronology.shared',
  'family.words',
  'notes.la-early-help',
  'notes.school',
  'oversight',
  'plan.practice',
  'plan.shared',
  'safety.domestic-abuse',
  'safety.intelligence',
];
const personSections = ['person.health', 'person.identity', 'person.location', 'person.voice'];

test.prop([arbitraryFacts, fc.tuple(arbitraryPerson, arbitraryPerson, arbitraryPerson)])(
  '[G8] whatever is decided, an answer holds the words of the sections that may be read, and of no others',
  async (decided, staff) => {
    const { authority, family, child } = authorityOf(decided, staff);
    const ask = asker(authority, { costLimit: Infinity });
    for (const principal of authority.principals.values()) {
      const inFamily = readableOf(principal, family, familySections);
      const ofChild = readableOf(principal, child, personSections);
      const { text, body } = await ask(principal.id, everything);
      expect(body.errors).toBeUndefined();
      const data = body.data as Everything;
      const isInCaseload = inFamily.includes('plan.shared');
      expect([data.caseload.totalCount, data.caseload.nodes.length]).toEqual(isInCaseload ? [1, 1] : [0, 0]);
      expect(data.found.totalCount).toBe(isInCaseload && ofChild.includes('person.identity') ? 1 : 0);

      if (inFamily.length === 0) {
        expect(data.family).toBeNull();
        for (const section of [...familySections, ...personSections]) expect(text).not.toContain(word(section));
        continue;
      }
      expect(data.family?.sections.map(({ name }) => name)).toEqual(inFamily);
      expect(
        data.family?.people
          .flatMap(({ person }) => person.sections.map(({ name }) => name))
          .filter((name) => name !== ''),
      ).toEqual(ofChild);
      const readable = [...inFamily, ...ofChild];
      for (const section of [...familySections, ...personSections]) {
        expect([section, text.includes(word(section))]).toEqual([section, readable.includes(section)]);
      }
      const seesTheHub = seesHub(principal, family, [child], NOW);
      expect(data.family?.hub).toEqual(seesTheHub && family.hub !== null ? { id: family.hub } : null);
      expect(data.east.totalCount).toBe(isInCaseload && seesTheHub && family.hub === 'hub-east' ? 1 : 0);
      for (const other of authority.principals.values()) {
        if (other.kind !== 'practitioner' || other.id === principal.id) continue;
        const isNamed = text.includes(`name-of-${other.id}`) || text.includes(`"${other.id}"`);
        if (isNamed) expect([other.id, seesPractitioner(principal, other, family, NOW)]).toEqual([other.id, true]);
      }
    }
  },
);

const followed = `subscription { familyChanged(family: "family") { __typename
  ... on FamilyChanged { sections { name } family { name sections { name } team { name } hub { id }
    plan { story } practice { analysis } chronology { nodes { text } } notes { notes { nodes { text } } }
    intelligence { items { nodes { text } } } safetyPlan { safetyPlan } oversight { visitAlert } words { ourStory }
    people { person { identity { givenName } location { gp } health { summary } voice { words { nodes { words } } } } } } }
  ... on Ended { why }
} }`;

interface Followed {
  readonly data: {
    readonly familyChanged: { readonly __typename: string; readonly sections?: readonly { readonly name: string }[] };
  };
}

test.prop([arbitraryFacts, fc.tuple(arbitraryPerson, arbitraryPerson, arbitraryPerson)])(
  '[G26] whatever is decided, who follows is told of what they may read, and of nothing else',
  async (decided, staff) => {
    const { authority, family, child } = authorityOf(decided, staff);
    const { fetch } = graphqlHandler(authority.sources(), { origins: [ORIGIN], costLimit: Infinity });
    const all = [...familySections, ...personSections];
    for (const principal of authority.principals.values()) {
      const inFamily = readableOf(principal, family, familySections);
      const readable = [...inFamily, ...readableOf(principal, child, personSections)];
      const headers = { authorization: `Bearer ${principal.id}`, accept: 'text/event-stream' };
      const events = new EventStream<Followed>(await fetch(post({ query: followed }, headers)));
      if (inFamily.length === 0) {
        expect((await events.next())?.data.familyChanged.__typename).toBe('Ended');
        expect(await events.next()).toBeUndefined();
      } else {
        // What may not be read comes first, and would be told first if it were.
        authority.write(
          'family',
          all.filter((name) => !readable.includes(name)),
        );
        authority.write('family', all);
        const told = (await events.next())?.data.familyChanged;
        expect(told?.sections?.map(({ name }) => name).toSorted()).toEqual(readable.toSorted());
        await events.close();
      }
      for (const section of all) {
        expect([section, events.everything.includes(word(section)) && !readable.includes(section)]).toEqual([
          section,
          false,
        ]);
      }
    }
  },
);

const readableOf = (principal: Principal, facts: RecordFacts, sections: readonly string[]): readonly string[] =>
  sections.filter((section) => may(principal, 'read', section, facts, NOW));
