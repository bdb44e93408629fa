import { collection, defineSection, position, progress, register, richText, setOf, text } from '@caseweave/record';
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

export const schemas = (name: string) => (name === 'plan' ? plan : name === 'notes' ? notes : undefined);

export function project(name: string, view: unknown) {
  if (name !== 'plan' || typeof view !== 'object' || view === null || !('title' in view)) return null;
  return typeof view.title === 'string' ? { title: view.title } : null;
}
