import { collection, defineSection, position, progress, ref, register, richText, setOf, text } from '@caseweave/record';
import * as z from 'zod';

export const plan = defineSection({
  name: 'plan',
  version: 1,
  oldestWriter: 1,
  fields: {
    title: register(z.string().max(80), { label: 'Title' }),
    story: richText({ label: 'Story' }),
    tags: setOf(z.string()),
    actions: collection(
      {
        what: register(z.string(), { label: 'What' }),
        dueOn: register(z.string(), { standing: 'earliest', label: 'By when' }),
        status: progress(['proposed', 'agreed', ['done', 'not_done']]),
        note: text({ label: 'Note' }),
        place: position(),
      },
      { label: 'Action' },
    ),
  },
});

export const notes = defineSection({
  name: 'notes',
  version: 1,
  oldestWriter: 1,
  fields: { words: register(z.string(), { label: 'Words' }) },
});

/** Who helps: rows that the visits below refer to. */
export const team = defineSection({
  name: 'team',
  version: 1,
  oldestWriter: 1,
  fields: { members: collection({ name: register(z.string()) }, { label: 'Member' }) },
});

/** Of a site. */
export const site = defineSection({
  name: 'site',
  version: 1,
  oldestWriter: 1,
  fields: { hazards: collection({ name: register(z.string()) }, { label: 'Hazard' }) },
});

/** Refers to another section of its record, and to one of a site's. */
export const visits = defineSection({
  name: 'visits',
  version: 1,
  oldestWriter: 1,
  fields: {
    by: ref(team, 'members', { label: 'By' }),
    mind: ref(site, 'hazards', { label: 'Mind' }),
  },
});

const known = [plan, notes, team, site, visits];

export const schemas = (name: string) => known.find((schema) => schema.name === name);

export function project(name: string, view: unknown) {
  if (name !== 'plan' || typeof view !== 'object' || view === null || !('title' in view)) return null;
  return typeof view.title === 'string' ? { title: view.title } : null;
}
