/** Home visits to a family: a section of our own. */
import { collection, defineSection, log, position, progress, ref, register, setOf, text } from '@caseweave/record';
import { z } from 'zod';

export const visits = defineSection({
  name: 'visits',
  version: 1,
  oldestWriter: 1,
  fields: {
    purpose: register(z.string().min(1), { label: 'Why we visit' }),
    notes: text({ label: 'To know beforehand' }),
    visits: collection({
      on: register(z.iso.date(), { label: 'When', standing: 'earliest' }),
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
});
