import {
  type Condition,
  group,
  kind,
  line,
  listOf,
  moment,
  optional,
  recordOf,
  type RecordState,
  type Rights,
  type Seat,
  who,
} from '@caseweave/model';
import { endsOf, homeFacts, isNow, jobFacts, type JobFacts, jobsAround, staff, type Staff } from './facts.ts';

const works = ({ id }: Staff, { facts }: RecordState<JobFacts>, at: number): boolean =>
  facts.workers.some((one) => one.who === id && isNow(one, at));

/** A seat that somebody has at the jobs around a record. */
const around = (
  says: string,
  holds: (who: Staff, job: RecordState<JobFacts>, at: number) => boolean,
): Seat<Staff, unknown> => ({ says, holds: (who, state, at) => jobsAround(state).some((job) => holds(who, job, at)) });

const seats = {
  officer: around('answers for the job', ({ id }, { facts }) => facts.officer === id),
  supervisor: around(
    'supervises the district of the job',
    ({ roles, district }, { facts }) =>
      roles.includes('supervisor') && district !== null && facts.district === district,
  ),
  office: around('works at the job for the office', (who, job, at) => who.firm === null && works(who, job, at)),
  contractor: around('works at the job for a firm', (who, job, at) => who.firm !== null && works(who, job, at)),
  tenant: around(
    'lives in a home of the job',
    ({ home }, { facts }) => home !== undefined && facts.homes.includes(home),
  ),
};

const inPerson = ({ workers, named, officer }: JobFacts): readonly string[] => [
  ...new Set([
    ...(officer === null ? [] : [officer]),
    ...workers.map(({ who }) => who),
    ...named.map(({ who }) => who),
  ]),
];

const keysOfJob = ({ facts }: RecordState<JobFacts>): readonly string[] => [
  ...inPerson(facts).map((id) => `is:${id}`),
  ...(facts.district === null ? [] : [`district:${facts.district}`]),
  ...facts.homes.map((home) => `home:${home}`),
];

/** Contractors do not know of each other, nor tenants of contractors' people: whoever answers for the job knows all. */
const sees = (reader: Staff, other: Staff, state: RecordState, at: number): boolean => {
  if (reader.id === other.id) return true;
  const { officer, supervisor } = seats;
  return (
    officer.holds(reader, state, at) ||
    supervisor.holds(reader, state, at) ||
    officer.holds(other, state, at) ||
    reader.firm === other.firm ||
    reader.home === undefined
  );
};

const named: Condition<Staff, JobFacts, never> = {
  says: 'the section is opened to them by name',
  allows: ({ who: { id }, section, state: { facts }, at }) =>
    facts.named.find((one) => one.who === id && one.section === section && isNow(one, at))?.level ?? 'none',
};

const toldOfJob = group({
  officer: optional(who({ label: 'Officer' })),
  district: optional(line({ label: 'District' })),
  workers: listOf(group({ who: who({ label: 'Who' }), until: optional(moment({ label: 'Until' })) }), {
    label: 'Workers',
    most: 1_000,
  }),
  homes: listOf(recordOf('home'), { label: 'Homes', most: 1_000 }),
});

/** Something that is broken. */
export const job = kind('job', {
  title: 'Job',
  about: 'Something that is broken, and who mends it.',
  who: staff,
  facts: { schema: jobFacts, version: 1 },
  seats,
  conditions: {
    named,
    'own-firm': { says: 'the notes are those of their firm', allows: ({ who, parameter }) => parameter === who.firm },
  },
  barred: ({ id }, { facts }) => facts.barred.includes(id),
  index: {
    keys: keysOfJob,
    moments: ({ workers, named: opened }) => endsOf([...workers, ...opened]),
    links: ({ homes }) => homes,
    people: inPerson,
  },
  seen: {
    facts: (reader, state, known, at, rights) => toldJob(reader, state, known, at, rights),
    shape: toldOfJob,
    who: sees,
    decided: (told) => jobFacts.safeParse(told).data ?? null,
    pending: ({ facts }) => facts,
  },
});

function toldJob(
  reader: Staff,
  state: RecordState<JobFacts>,
  known: Parameters<Rights['readsSome']>[2],
  at: number,
  rights: Rights,
) {
  const { facts } = state;
  return {
    officer: facts.officer,
    district: facts.district === null ? null : (known.unit('district', facts.district)?.name ?? facts.district),
    workers: facts.workers.flatMap((one) => {
      const worker = known.who(one.who);
      if (!isNow(one, at) || worker === null || worker === undefined) return [];
      return sees(reader, worker.who as Staff, state, at) ? [{ who: one.who, name: worker.name, until: one.to }] : [];
    }),
    homes: facts.homes.filter((home) => {
      const one = known.state(home);
      return one !== null && one !== undefined && rights.readsSome(reader, one, known, at);
    }),
  };
}

/** Where somebody lives; reached through the jobs that are done there. */
export const home = kind('home', {
  title: 'Home',
  about: 'Where somebody lives.',
  who: staff,
  facts: { schema: homeFacts, version: 1 },
  seats,
  conditions: { unguarded: { says: 'the home is not guarded', allows: ({ state: { facts } }) => !facts.isGuarded } },
  barred: ({ id }, state) =>
    state.facts.barred.includes(id) || jobsAround(state).some(({ facts }) => facts.barred.includes(id)),
  index: {
    keys: (state) => [...new Set([`home:${state.record}`, ...jobsAround(state).flatMap(keysOfJob)])],
    moments: () => [],
    links: () => [],
    people: () => [],
  },
  seen: {
    facts: (reader, state, _known, at, rights) => ({
      jobs: state.linkedFrom.filter((one) => rights.acts(reader, 'job.plan', one, at).read).map(({ record }) => record),
    }),
    who: sees,
    decided: () => null,
    pending: () => ({ jobs: [] }),
  },
});
