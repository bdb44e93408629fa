import {
  chronologyShared,
  personIdentity,
  personLocation,
  planPractice,
  planShared,
  project,
  type AgencyKind,
  type Principal,
  type RecordFacts,
  type Role,
} from '@caseweave/family';
import {
  entityIds,
  openSection,
  readSection,
  type Draft,
  type Json,
  type SectionSchema,
  type View,
} from '@caseweave/record';
import type {
  GraphQLSources,
  Happening,
  PractitionerFacts,
  SectionDocument,
  SectionFacts,
  ShelvedFilter,
  Standing,
} from '@caseweave/server';
import * as Y from 'yjs';

/** When every test happens. */
export const NOW = Date.parse('2026-11-23T10:00:00Z');

/** Words that only a section of that name holds. */
export const canaries = { practice: 'canary-practice', location: 'canary-location', identity: 'Canaryname' } as const;

/** A small authority in memory that counts how often it is asked. */
export class Authority {
  /** How many times each of the sources was asked. */
  readonly asked: string[] = [];
  readonly principals = new Map<string, Principal>();
  readonly #hearers = new Set<(happening: Happening) => void>();
  readonly #names = new Map<string, PractitionerFacts>();
  readonly #facts = new Map<string, RecordFacts>();
  readonly #sections: SectionFacts[] = [];
  readonly #docs = new Map<string, { readonly schema: SectionSchema; readonly doc: Y.Doc }>();
  #count = 0;
  /** Thrown by the next question for facts, to see what becomes of a failure. */
  failure: Error | undefined;

  practitioner(id: string, name: string, kind: AgencyKind, hub: string | null, roles: readonly Role[]): void {
    this.principals.set(id, { id, kind: 'practitioner', agency: { id: kind.replaceAll('_', '-'), kind }, roles, hub });
    this.#names.set(id, { id, name, agency: kind.replaceAll('_', '-'), agencyKind: kind, hub, roles });
  }

  /** Somebody of a family, who signs in. */
  member(id: string, kind: Exclude<Principal['kind'], 'practitioner'>, person: string): void {
    this.principals.set(id, { id, kind, agency: null, roles: [], hub: null, person });
    this.#names.set(id, { id, name: `name-of-${id}`, agency: null, agencyKind: null, hub: null, roles: [] });
  }

  record(facts: Partial<RecordFacts> & Pick<RecordFacts, 'record' | 'kind'>): RecordFacts {
    const whole: RecordFacts = {
      hub: null,
      lead: null,
      team: [],
      grants: [],
      barred: [],
      socialCareOpenTo: [],
      persons: [],
      protectedLocation: false,
      voiceAudience: [],
      families: [],
      ...facts,
    };
    this.#facts.set(whole.record, whole);
    return whole;
  }

  /** Writes a section by an edit, or by several made apart that then meet. */
  section<Schema extends SectionSchema>(
    record: string,
    schema: Schema,
    first: Change<Schema>,
    ...apart: Change<Schema>[]
  ): void {
    const id = `s${String((this.#count += 1)).padStart(21, '0')}`;
    const doc = docOf(1);
    edit(schema, doc, first);
    const copies = apart.map((change, index) => {
      const copy = docOf(index + 2);
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      edit(schema, copy, change);
      return copy;
    });
    for (const copy of copies) Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy));
    this.#sections.push({ id, record, name: schema.name });
    this.#docs.set(id, { schema, doc });
  }

  /** Every family with a shared plan: who may read them is not the store's question. */
  #shelved({ hub, lead, dueBefore, levels }: ShelvedFilter): readonly Standing[] {
    return [...this.#facts.values()]
      .filter(
        (facts) => facts.kind === 'family' && (hub ?? facts.hub) === facts.hub && (lead ?? facts.lead) === facts.lead,
      )
      .filter(({ record }) => this.#sections.some((one) => one.record === record && one.name === 'plan.shared'))
      .map(({ record }) => ({ record, nextReviewOn: this.#shown(record, 'plan.shared', 'nextReviewOn') }))
      .filter(({ nextReviewOn }) => dueBefore === null || (nextReviewOn ?? '9999-99-99') < dueBefore)
      .filter(({ record }) => levels === null || levels.includes(Number(this.#shown(record, 'plan.shared', 'level'))))
      .toSorted((a, b) => (standing(a) < standing(b) ? -1 : 1));
  }

  #shown(record: string, name: string, member: string): string | null {
    const section = this.#sections.find((one) => one.record === record && one.name === name);
    const written = section === undefined ? undefined : this.#docs.get(section.id);
    if (written === undefined) return null;
    const shown = project(name, readSection(written.schema, written.doc)) as Readonly<Record<string, string | null>>;
    return shown[member] ?? null;
  }

  /** Something was written in sections of these names, in the record of the family or of its people. */
  write(family: string, names: readonly string[]): void {
    const written = this.#sections.filter(({ name }) => names.includes(name));
    const families = [{ family, shelves: new Set(['shelf']), written, decided: [] }];
    for (const hear of this.#hearers) hear({ type: 'touched', position: 8, families, principals: new Set() });
  }

  sources(): GraphQLSources {
    const counted = <Value>(name: string, value: Value): Promise<Value> => {
      this.asked.push(name);
      return Promise.resolve(value);
    };
    return {
      position: () => 7,
      reached: (position) => Promise.resolve(position <= 7),
      sealVersion: (position) => `v${position}`,
      openVersion: (version) => (/^v\d+$/.test(version) ? Number(version.slice(1)) : undefined),
      decide: () => Promise.reject(new Error('Nothing is decided in this authority.')),
      newRecordIds: () => () => '',
      follow: (hear) => {
        this.#hearers.add(hear);
        return () => this.#hearers.delete(hear);
      },
      shelvesOf: () => ['shelf'],
      repeated: () => Promise.resolve(undefined),
      edit: () => Promise.reject(new Error('Nothing is written in this authority.')),
      authenticate: (token) => {
        const principal = this.principals.get(token);
        return counted('authenticate', principal && { principal, at: NOW, expiresAt: NOW + 3_600_000 });
      },
      hubs: () => counted('hubs', hubs),
      agencies: (ids) =>
        counted('agencies', new Map(ids.map((id) => [id, { id, name: `The ${id}`, kind: id.replaceAll('-', '_') }]))),
      practitioners: (ids) => counted('practitioners', among(this.#names, ids)),
      shelved: (_, filter, { after, limit }) => {
        const all = this.#shelved(filter).filter((one) => after === null || standing(one) > standing(after));
        return counted(limit === null ? 'shelved as a whole' : 'shelved', limit === null ? all : all.slice(0, limit));
      },
      shelvedNames: (_, filter) =>
        counted(
          'shelvedNames',
          this.#shelved(filter).map(({ record, nextReviewOn }) => ({
            record,
            nextReviewOn,
            name: this.#shown(record, 'plan.shared', 'familyName'),
            people: (this.#facts.get(record)?.persons ?? []).map(({ person }) => ({
              person,
              name: this.#shown(person, 'person.identity', 'name'),
            })),
          })),
        ),
      facts: (ids) => (this.failure ? Promise.reject(this.failure) : counted('facts', among(this.#facts, ids))),
      sections: (records) =>
        counted(
          'sections',
          this.#sections.filter(({ record }) => records.includes(record)),
        ),
      projections: (ids) =>
        counted(
          'projections',
          new Map<string, Json>(
            [...among(this.#docs, ids)].map(([id, { schema, doc }]) => [
              id,
              project(schema.name, readSection(schema, doc)),
            ]),
          ),
        ),
      documents: (ids) =>
        counted(
          'documents',
          new Map<string, SectionDocument>(
            [...among(this.#docs, ids)].map(([id, { doc }]) => [id, { doc, authorOf: authorOf }]),
          ),
        ),
    };
  }
}

const standing = ({ nextReviewOn, record }: Standing) => `${nextReviewOn ?? '9999-99-99'}/${record}`;

const hubs = [
  { id: 'hub-east', name: 'East' },
  { id: 'hub-west', name: 'West' },
];

const authorOf = (client: number) => ({
  id: `author-${client}`,
  name: `Author ${client}`,
  organisation: 'school',
  worksFor: { id: 'school', kind: 'school' as const },
});

function docOf(client: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  return doc;
}

type Change<Schema extends SectionSchema> = (draft: Draft<Schema>, view: View<Schema>) => void;

function edit<Schema extends SectionSchema>(schema: Schema, doc: Y.Doc, change: Change<Schema>): void {
  let random = doc.clientID * 1000;
  const newId = entityIds((length) => Uint8Array.from({ length }, () => (random = (random * 31 + 7) % 251)));
  const section = openSection(schema, { doc, now: () => NOW, newId, authorOf: () => undefined });
  const outcome = section.edit((draft) => change(draft, section.view()));
  section.close();
  if (outcome.type === 'refused') throw new Error(JSON.stringify(outcome.refusals));
}

function among<Value>(all: ReadonlyMap<string, Value>, ids: readonly string[]): Map<string, Value> {
  return new Map([...all].filter(([id]) => ids.includes(id)));
}

/** A lead, a school, a manager and a stranger; one family with a whole plan, and others beside it. */
export function smallAuthority(others = 4): Authority {
  const authority = new Authority();
  authority.practitioner('lead', 'Jo Morris', 'la_early_help', 'hub-east', ['lead']);
  authority.practitioner('school', 'Sam Reed', 'school', null, ['taf_practitioner']);
  authority.practitioner('manager', 'Ines Vale', 'la_early_help', 'hub-east', ['manager']);
  authority.practitioner('stranger', 'Kit Lowe', 'school', null, ['taf_practitioner']);
  const since = { from: 0, to: null };
  const team = [
    { principal: 'lead', ...since },
    { principal: 'school', ...since },
    { principal: 'stranger', from: 0, to: NOW },
  ];
  const persons = [
    { person: 'tobi', role: 'child', household: 'h1' },
    { person: 'ada', role: 'adult', household: 'h1' },
  ] as const;
  const family = authority.record({ record: 'okafor', kind: 'family', hub: 'hub-east', lead: 'lead', team, persons });
  for (const [record, givenName] of [
    ['tobi', 'Tobi'],
    ['ada', 'Ada'],
  ] as const) {
    authority.record({ record, kind: 'person', families: [family], protectedLocation: record === 'ada' });
    authority.section(record, personIdentity, (draft) => {
      draft.givenName = givenName;
      draft.familyName = 'Okafor';
    });
    authority.section(record, personLocation, (draft) => {
      draft.school = canaries.location;
    });
  }
  authority.section(
    'okafor',
    planShared,
    (draft) => {
      draft.familyName = 'Okafor';
      draft.nextReviewOn = '2026-12-12';
      draft.story.insert(0, 'They moved here in spring.');
      const need = draft.needs.add({
        title: 'Attendance',
        headline: 'SF01',
        level: 3,
        status: 'open',
        about: ['tobi', 'elsewhere'],
      });
      const outcome = draft.outcomes.add({ text: 'In school every day', needs: [need] });
      draft.actions.add({ what: 'Transport form', outcome, owners: ['school', 'ada', 'elsewhere', 'manager'] });
    },
    (draft, { actions }) => {
      for (const { id } of actions) draft.actions.byId(id).dueOn = '2026-12-01';
    },
    (draft, { actions }) => {
      for (const { id } of actions) draft.actions.byId(id).dueOn = '2026-12-08';
    },
  );
  authority.section('okafor', planPractice, (draft) => {
    draft.analysis.insert(0, canaries.practice);
  });
  authority.section('okafor', chronologyShared, (draft) => {
    const known = { precision: 'day', significance: 'notable', sourceAgency: 'School' } as const;
    draft.events.append({ ...known, occurredOn: '2026-05-02', text: 'Moved', about: ['tobi'] });
    draft.events.append({ ...known, occurredOn: '2025-01-09', text: 'Started school', about: [] });
  });
  for (let index = 0; index < others; index += 1) {
    const record = `family-${index}`;
    authority.record({ record, kind: 'family', hub: index % 2 === 0 ? 'hub-east' : 'hub-west', lead: 'lead', team });
    authority.section(record, planShared, (draft) => {
      draft.familyName = `Zoë Number ${index}`;
      if (index > 0) draft.nextReviewOn = new Date(Date.UTC(2027, 0, 9 + index)).toISOString().slice(0, 10);
    });
  }
  // Somebody whom the same team may read, of another family.
  const besides = authority.record({ record: 'besides', kind: 'family', lead: 'lead', team });
  authority.record({ record: 'elsewhere', kind: 'person', families: [besides] });
  authority.section('elsewhere', personIdentity, (draft) => {
    draft.givenName = 'Else';
  });
  authority.record({ record: 'hidden', kind: 'family', hub: 'hub-west', lead: 'nobody' });
  authority.section('hidden', planShared, (draft) => {
    draft.familyName = canaries.identity;
  });
  return authority;
}
