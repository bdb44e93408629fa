import { defineModel, line, memberDecisions, memberKind, sectionOf } from '@caseweave/model';
import { defineSection, register } from '@caseweave/record';
import type { ModelDemo } from '@caseweave/server/command';
import { z } from 'zod';

const person = z.object({ id: z.string() });

const errand = memberKind('errand', {
  title: 'Errand',
  about: 'Something that a neighbour does for another.',
  who: person,
  roles: { neighbour: 'asked for it', helper: 'does it' },
  manages: ['neighbour'],
  opens: () => true,
});

/** What is to be done. */
export const list = defineSection({
  name: 'errand.list',
  version: 1,
  oldestWriter: 1,
  fields: { what: register(line(), { label: 'What' }) },
});

export const errands = defineModel({
  name: 'errands',
  version: 1,
  title: 'Errands',
  who: { schema: person, keys: ({ id }: { id: string }) => [`is:${id}`], organisation: null },
  kinds: [errand],
  sections: [
    sectionOf(errand, list, {
      title: 'List',
      about: 'What is to be done.',
      rights: { neighbour: 'write', helper: 'read' },
      list: null,
      findings: () => [],
      hasPresence: true,
    }),
  ],
  decisions: memberDecisions(errand),
});

export const demo: ModelDemo = {
  people: [
    { who: { id: 'ines' }, name: 'Ines' },
    { who: { id: 'tom' }, name: 'Tom' },
  ],
};
