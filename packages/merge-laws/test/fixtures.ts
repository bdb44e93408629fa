import {
  collection,
  defineSection,
  log,
  position,
  progress,
  ref,
  register,
  richText,
  setOf,
  text,
} from '@caseweave/record';
import { z } from 'zod';

/** A plan with a field of every kind. */
export const plan = defineSection({
  name: 'plan',
  version: 1,
  oldestWriter: 1,
  fields: {
    fullName: register(z.string().min(1).max(80)),
    reviewOn: register(z.iso.date(), { standing: 'earliest' }),
    languages: setOf(z.string().min(1)),
    stage: progress(['assessment', 'plan', ['closed', 'stepped_up']]),
    story: richText(),
    minutes: text(),
    needs: collection({
      title: register(z.string().min(1).max(200)),
      level: register(z.number().int().min(1).max(4), { standing: 'highest' }),
      factors: setOf(z.enum(['21', '3B', '14A']), { exclusive: ['21'] }),
      detail: register(z.looseObject({ note: z.string() })),
      note: text(),
    }),
    actions: collection({
      what: register(z.string().min(1)),
      owners: setOf(z.string()),
      need: ref('needs'),
      after: setOf(ref('actions')),
      status: progress(['proposed', 'agreed', ['done', 'not_done']]),
      place: position(),
    }),
    events: log({
      occurredOn: register(z.iso.date()),
      text: register(z.string()),
      about: setOf(z.string()),
      source: register(z.string().optional()),
    }),
  },
});
