import { kind, line, sectionOf, truth } from '@caseweave/model';
import { defineSection, register } from '@caseweave/record';
import { z } from 'zod';
import { staff } from './staff.ts';

const homeFacts = z.object({ landlord: z.string() });

/** Somebody who has to do with a repair of a home, other than its tenant. */
const jobsOf = (linked: readonly { readonly facts: unknown }[]): readonly Readonly<Record<string, unknown>>[] =>
  linked.map(({ facts }) => facts as Readonly<Record<string, unknown>>);

export const home = kind('home', {
  title: 'Home',
  about: 'A home in which something is broken, now and then.',
  who: staff,
  facts: { schema: homeFacts, version: 1 },
  seats: {
    landlord: { says: 'lets the home', holds: (one, { facts }) => facts.landlord === one.id },
    tenant: {
      says: 'lives there',
      holds: (one, { linkedFrom }) => jobsOf(linkedFrom).some(({ tenant }) => tenant === one.id),
    },
    officer: {
      says: 'answers for a repair there',
      holds: (one, { linkedFrom }) => jobsOf(linkedFrom).some(({ officer }) => officer === one.id),
    },
  },
  conditions: {},
  barred: () => false,
  index: {
    keys: ({ facts, linkedFrom }) => [
      `is:${facts.landlord}`,
      ...jobsOf(linkedFrom).flatMap(({ tenant, officer }) => [`is:${String(tenant)}`, `is:${String(officer)}`]),
    ],
    moments: () => [],
    links: () => [],
    people: ({ landlord }) => [landlord],
  },
  seen: {
    facts: (_reader, { facts }) => facts,
    who: () => true,
    decided: (told) => homeFacts.safeParse(told).data ?? null,
    pending: ({ facts }) => facts,
  },
});

export const access = defineSection({
  name: 'home.access',
  version: 1,
  oldestWriter: 1,
  fields: {
    street: register(line(), { label: 'Street' }),
    hasDog: register(truth(), { label: 'Whether there is a dog' }),
  },
});

export const homeAccess = sectionOf(home, access, {
  title: 'Access',
  about: 'Where the home is, and how to get in.',
  rights: { landlord: 'write', tenant: 'none', officer: 'read' },
  list: {
    fields: { street: { label: 'Street', value: line(), isSearched: true } },
    show: (view) => ({ street: view.street }),
  },
  findings: () => [],
  hasPresence: true,
});
