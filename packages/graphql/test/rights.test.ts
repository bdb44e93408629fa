import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { asker, endpointOf, post } from './ask.ts';
import { EventStream } from './event-stream.ts';
import { MemoryAuthority, NOW } from './memory/memory-authority.ts';
import { access } from './repairs/home.ts';
import { jobDiary, notesOf, plan } from './repairs/plan.ts';
import { repairs } from './repairs/repairs.ts';

const people = ['ann', 'ben', 'cat'] as const;
const somebody = fc.constantFrom(...people);

const arbitraryFacts = fc.record({
  tenant: somebody,
  officer: fc.option(somebody),
  firm: fc.constantFrom(null, 'brook', 'stone'),
  closedAt: fc.constantFrom(null, NOW, NOW + 1),
});
const arbitraryFirms = fc.array(fc.constantFrom(null, 'brook', 'stone'), { minLength: 3, maxLength: 3 });

type Facts = typeof arbitraryFacts extends fc.Arbitrary<infer Value> ? Value : never;

/** The word that only a section of that name holds. */
const word = (section: string): string => `word-${section.replaceAll('.', '-')}-word`;

/** A repair in a home, of which every section holds a word of its own. */
function townOf(facts: Facts, firms: readonly (string | null)[]): MemoryAuthority {
  const town = new MemoryAuthority(repairs);
  people.forEach((id, index) => {
    town.person(id, `name-of-${id}`, { firm: firms[index] ?? null, roles: [] });
  });
  town.person('writer', 'name-of-writer', { firm: null, roles: [] });
  town.unit('firm', 'brook', 'Brook Heating');
  town.unit('firm', 'stone', 'Stone Roofing');
  town.record('home', 'home', { landlord: 'writer' });
  town.record('job', 'job', { ...facts, home: 'home' });
  town.write('writer', 'home', access, (draft) => (draft.street = word('home.access')));
  town.write('writer', 'job', plan, (draft) => {
    draft.title = word('job.plan');
    draft.steps.add({ what: word('job.plan'), by: 'ann', checkedBy: 'ben', at: 'home' });
  });
  town.write('writer', 'job', jobDiary.schema, (draft) =>
    draft.events.append({ text: word('job.diary'), occurredOn: '2026-11-30', about: ['cat'], step: 'AAAAAAAAAAAA' }),
  );
  if (facts.firm !== null)
    town.write('writer', 'job', notesOf(facts.firm), (draft) =>
      draft.notes.append({ text: word(`notes.${facts.firm}`) }),
    );
  return town;
}

const everything = `{
  asOf me { id }
  repairs { totalCount nodes { id planInBrief { title } } }
  found: repairs(search: "word") { totalCount nodes { id } }
  brook: repairs(filter: { firm: ["brook"] }) { totalCount }
  home(id: "home") { sections { name } access { street } accessInBrief { street } }
  repair(id: "job") {
    sections { name id } tenant { id name } officer { id name } firm { id } home { access { street } }
    plan { title steps { nodes { what by { colleague { name } home { id } } checkedBy { name } at { access { street } } written { author { name } } } } questions { id } }
    diary { events { totalCount nodes { text author { name } about { name } } } }
    notes { firm { id } notes { nodes { text } } }
  }
}`;

interface Everything {
  readonly repairs: { readonly totalCount: number; readonly nodes: readonly unknown[] };
  readonly found: { readonly totalCount: number };
  readonly brook: { readonly totalCount: number };
  readonly repair: { readonly sections: readonly { readonly name: string }[] } | null;
  readonly home: { readonly sections: readonly { readonly name: string }[] } | null;
}

const all = ['home.access', 'job.diary', 'job.plan', 'notes.brook', 'notes.stone'];

/** The sections of a record that somebody may read, by the model's own word. */
function readable(town: MemoryAuthority, who: string, record: string): readonly string[] {
  const state = town.state(record);
  if (state === undefined) return [];
  return town.kept
    .filter((one) => one.record === record && repairs.may(town.people.get(who)?.who, 'read', one.name, state, NOW))
    .map(({ name }) => name)
    .toSorted();
}

test.prop([arbitraryFacts, arbitraryFirms])(
  '[G8] whatever is decided, an answer holds the words of the sections that may be read, and of no others',
  async (facts, firms) => {
    const town = townOf(facts, firms);
    const ask = asker(town, { costLimit: Infinity });
    const state = town.state('job');
    if (state === undefined) throw new Error('The repair is gone.');
    for (const id of people) {
      const me = town.people.get(id)?.who;
      const [ofJob, ofHome] = [readable(town, id, 'job'), readable(town, id, 'home')];
      const { text, body } = await ask(id, everything);
      expect(body.errors).toBeUndefined();
      const data = body.data as Everything;
      const isListed = ofJob.includes('job.plan');
      expect([data.repairs.totalCount, data.repairs.nodes.length]).toEqual(isListed ? [1, 1] : [0, 0]);
      expect(data.found.totalCount).toBe(isListed ? 1 : 0);
      const told = repairs.kinds.get('job')?.seen.facts(me, state, town.known, NOW) as { readonly firm: string | null };
      expect(data.brook.totalCount).toBe(isListed && told.firm === 'brook' ? 1 : 0);
      expect(data.repair?.sections.map(({ name }) => name) ?? []).toEqual(ofJob);
      expect(data.home?.sections.map(({ name }) => name) ?? []).toEqual(ofHome);
      for (const section of all)
        expect([section, text.includes(word(section))]).toEqual([section, [...ofJob, ...ofHome].includes(section)]);
      for (const other of [...people, 'writer']) {
        if (other === id || !text.includes(`name-of-${other}`)) continue;
        const them = town.people.get(other)?.who;
        const isTold = JSON.stringify(told).includes(`"${other}"`);
        expect([other, isTold || repairs.kinds.get('job')?.seen.who(me, them, state, NOW)]).toEqual([other, true]);
      }
    }
  },
);

const followed = `subscription { repairChanged(repair: "job") { __typename
  ... on RepairChanged { sections { name } repair { plan { title } diary { events { nodes { text } } }
    notes { notes { nodes { text } } } home { access { street } } } }
  ... on Ended { why } } }`;

interface Followed {
  readonly data: {
    readonly repairChanged: { readonly __typename: string; readonly sections?: readonly { readonly name: string }[] };
  };
}

test.prop([arbitraryFacts, arbitraryFirms])(
  '[G26] whatever is decided, who follows is told of what they may read, and of nothing else',
  async (facts, firms) => {
    const town = townOf(facts, firms);
    const { fetch } = endpointOf(town, { costLimit: Infinity });
    for (const id of people) {
      const ofJob = readable(town, id, 'job');
      const mine = [...ofJob, ...readable(town, id, 'home')].toSorted();
      const headers = { authorization: `Bearer ${id}`, accept: 'text/event-stream' };
      const events = new EventStream<Followed>(await fetch(post({ query: followed }, headers)));
      if (ofJob.length === 0) {
        expect((await events.next())?.data.repairChanged.__typename).toBe('Ended');
        expect(await events.next()).toBeUndefined();
      } else {
        // What may not be read comes first, and would be told first if it were.
        town.tell(
          ['job'],
          town.kept.filter(({ name }) => !mine.includes(name)),
        );
        town.tell(['job'], town.kept);
        const told = (await events.next())?.data.repairChanged;
        expect(told?.sections?.map(({ name }) => name).toSorted()).toEqual(mine);
        await events.close();
      }
      for (const section of all)
        expect([section, events.everything.includes(word(section)) && !mine.includes(section)]).toEqual([
          section,
          false,
        ]);
    }
  },
);

const edits: readonly (readonly [section: string, record: string, act: 'append' | 'write', call: string])[] = [
  ['job.plan', 'job', 'write', 'changePlan(repair: "job", values: { title: "Other" })'],
  ['job.plan', 'job', 'write', 'addStep(repair: "job", values: { what: "More" })'],
  ['job.plan', 'job', 'write', 'addToText(record: "job", text: JOB_PLAN_STORY, words: "More")'],
  [
    'job.diary',
    'job',
    'append',
    'addEvent(repair: "job", values: { text: "?", occurredOn: "2026-11-30", step: "AAAAAAAAAAAA" })',
  ],
  ['notes.brook', 'job', 'append', 'addNote(repair: "job", firm: "brook", values: { text: "More" })'],
  ['home.access', 'home', 'write', 'changeAccess(home: "home", values: { hasDog: true })'],
];

test.prop([arbitraryFacts, arbitraryFirms])(
  '[G21] whatever is decided, an edit is taken from exactly those who may make it, and nothing is kept of the others',
  async (facts, firms) => {
    const town = townOf(facts, firms);
    const ask = asker(town);
    for (const [index, [section, record, act, call]] of edits.entries()) {
      for (const who of people) {
        const state = town.state(record);
        const before = town.position;
        const kept = town.kept.some((one) => one.name === section);
        const may = kept && state !== undefined && repairs.may(town.people.get(who)?.who, act, section, state, NOW);
        const { text } = await ask(
          who,
          `mutation { ${call.replace('(', `(key: "${index}-${who}", `)} { __typename } }`,
        );
        expect([section, who, text.includes('Edited')]).toEqual([section, who, may]);
        if (!may) expect([text.includes('NotAllowed'), town.position]).toEqual([true, before]);
      }
    }
  },
);
