import { collection, defineSection, log, position, progress, register, richText, setOf, text } from '@caseweave/record';
import { z } from 'zod';

export const fields = {
  colour: register(z.enum(['red', 'green'])),
  level: register(z.number().max(4), { standing: 'highest', label: 'Level' }),
  tags: setOf(z.enum(['none', 'old']), { exclusive: ['none'] }),
  stage: progress(['new', 'seen', ['done', 'dropped']]),
  story: richText({ formats: ['bold'] }),
  jobs: collection(
    { what: register(z.string()), stage: progress(['new', 'done']), place: position() },
    { label: 'Job' },
  ),
  visits: log({ on: register(z.iso.date()), kind: register(z.enum(['home', 'call'])), about: setOf(z.enum(['roof'])) }),
};
/** A section as it was released. */
export const older = defineSection({ name: 'house', version: 1, oldestWriter: 1, fields });
/** The next version: more codes, states, members, formats, fields and rows. */
export const newer = defineSection({
  name: 'house',
  version: 2,
  oldestWriter: 1,
  fields: {
    ...fields,
    colour: register(z.enum(['red', 'green', 'blue'])),
    level: register(z.number().max(9), { standing: 'highest', label: 'Level' }),
    tags: setOf(z.enum(['none', 'old', 'rare']), { exclusive: ['none'] }),
    stage: progress(['new', 'seen', 'waiting', ['done', 'dropped', 'moved']]),
    story: richText({ formats: ['bold', 'link'] }),
    minutes: text(),
    owner: register(z.string()),
    jobs: collection(
      {
        what: register(z.string()),
        stage: progress(['new', 'paused', 'done']),
        place: position(),
        cost: register(z.number()),
        note: text(),
      },
      { label: 'Job' },
    ),
    visits: log({
      on: register(z.iso.date()),
      kind: register(z.enum(['home', 'call', 'letter'])),
      about: setOf(z.enum(['roof', 'door'])),
      by: register(z.string().optional()),
    }),
    rooms: collection({ name: register(z.string()) }),
    calls: log({ on: register(z.iso.date()) }),
  },
});
