import { defineModel, memberDecisions, memberKind, whoById } from '@caseweave/model';
import { z } from 'zod';

const person = z.object({ id: z.string() });

/** A kind that is called in the API as what every schema has. */
const query = memberKind('query', {
  title: 'Query',
  about: 'Something that somebody wants to know.',
  who: person,
  roles: { asker: 'wants to know it' },
  manages: ['asker'],
  opens: () => true,
});

export const queries = defineModel({
  name: 'queries',
  version: 1,
  title: 'Queries',
  who: whoById(person),
  kinds: [query],
  sections: [],
  decisions: memberDecisions(query),
});
