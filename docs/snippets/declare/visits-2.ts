/** The next version: visits have a length, which earlier versions did not ask for. */
import { collection, defineSection, log, position, progress, ref, register, setOf, text } from '@caseweave/record';
import { z } from 'zod';

export const visits = defineSection({
  name: 'visits',
  version: 2,
  oldestWriter: 1,
  fields: {
    purpose: register(z.string().min(1), { label: 'Why we visit' }),
    notes: text({ label: 'To know beforehand' }),
    visits: collection({
      on: register(z.iso.date(), { label: 'When', standing: 'earliest' }),
      minutes: register(z.int().min(5), { label: 'How long', standing: 'highest' }),
      who: setOf(z.string(), { label: 'Who goes' }),
      status: progress(['proposed', 'agreed', ['made', 'called_off']], { label: 'Status' }),
      place: position(),
    }),
    seen: log({
      occurredOn: register(z.iso.date(), { label: 'Day' }),
      visit: ref('visits', { label: 'Visit' }),
      what: register(z.string().min(1), { label: 'What we saw' }),
    }),
  },
  upgrades: {
    // Where nobody wrote it: an hour for one worker, less for two.
    2: { rows: { visits: ({ who }) => ({ minutes: who.length > 1 ? 45 : 60 }) } },
  },
});
