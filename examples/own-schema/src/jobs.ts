/** The jobs of a repair café: a record of one's own, that has nothing to do with families. */
import {
  collection,
  defineSection,
  log,
  position,
  progress,
  register,
  setOf,
  text,
  type View,
} from '@caseweave/record';
import { z } from 'zod';

const name = z.string().min(1).max(60);

export const jobs = defineSection({
  name: 'jobs',
  version: 1,
  oldestWriter: 1,
  fields: {
    openUntil: register(z.iso.time({ precision: -1 }), { standing: 'latest', label: 'Open until' }),
    jobs: collection({
      item: register(name, { label: 'What is broken' }),
      story: text({ label: 'What happened to it' }),
      helpers: setOf(name, { label: 'Who repairs it' }),
      // What the visitor hears first is what they rely on.
      promisedFor: register(z.iso.date(), { standing: 'earliest', label: 'Promised for' }),
      isSafe: register(z.boolean(), {
        label: 'Safe to use',
        standing: { choose: (values) => !values.includes(false), because: 'it is kept back until you decide' },
      }),
      state: progress(['waiting', 'on_the_bench', ['repaired', 'beyond_repair']], { label: 'State' }),
      place: position(),
    }),
    visits: log({ occurredOn: register(z.iso.date()), who: register(name), about: setOf(name) }),
  },
});

/** What the checker is told beside the schema: rules of the café's own, that hold in every view. */
export const lawOptions = {
  rules: [
    {
      name: 'nobody is named twice for one repair',
      holds: (view: unknown) =>
        (view as View<typeof jobs>).jobs.every(({ helpers }) => new Set(helpers).size === helpers.length),
    },
  ],
};
