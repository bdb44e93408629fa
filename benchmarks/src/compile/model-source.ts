const numbers = (n: number): readonly number[] => Array.from({ length: n }, (_, at) => at);
const kinds = 6;
const listed = (name: string, n: number): string =>
  numbers(n)
    .map((at) => `${name}${at}`)
    .join(', ');

/** A model of some kinds, with so many sections and decisions. */
export const modelSource = (sections: number, decisions: number): string => `
import { decision, defineModel, group, kind, line, sectionOf, unit, whoById } from '@caseweave/model';
import { defineSection, register } from '@caseweave/record';
import { z } from 'zod';
const staff = z.object({ id: z.string(), firm: z.string().nullable() });
const facts = z.object({ tenant: z.string(), firm: z.string().nullable(), closedAt: z.number().nullable() });
${numbers(kinds)
  .map(
    (n) => `const kind${n} = kind('kind${n}', {
  title: 'Kind', about: 'One.', who: staff, facts: { schema: facts, version: 1 },
  seats: {
    tenant: { says: 'lives there', holds: (one, { facts }) => facts.tenant === one.id },
    contractor: { says: 'mends it', holds: (one, { facts }) => facts.firm === one.firm },
  },
  conditions: { open: { says: 'it is open', allows: ({ state }) => state.facts.closedAt === null } },
  barred: () => false,
  index: { keys: () => [], moments: () => [], links: () => [], people: () => [] },
  seen: { facts: (_reader, { facts }) => facts, who: () => true, decided: () => null, pending: ({ facts }) => facts },
});`,
  )
  .join('\n')}
${numbers(sections)
  .map(
    (n) => `const section${n} = sectionOf(kind${n % kinds},
  defineSection({ name: 'section${n}', version: 1, oldestWriter: 1, fields: { title: register(line()), place: register(line()) } }),
  { title: 'S${n}', about: 'One.', rights: { tenant: 'read', contractor: { level: 'write', when: 'open' } },
    list: { fields: { title: { label: 'Title', value: line() } }, show: (view) => ({ title: view.title }) } });`,
  )
  .join('\n')}
${numbers(decisions)
  .map(
    (n) => `const decision${n} = decision(kind${n % kinds}, 'decision${n}', {
  title: 'One', version: 1, form: group({ why: line(), firm: unit('firm') }), refusals: { closed: 'It is closed.' },
  may: ({ seats }) => seats.has('contractor'), check: (facts) => (facts.closedAt === null ? null : 'closed'),
  fold: (facts, { firm }) => ({ ...facts, firm }), overtakenBy: [], words: () => '', stands: () => null, told: (_telling, form) => form });`,
  )
  .join('\n')}
export const model = defineModel({ name: 'large', version: 1, title: 'Large', who: whoById(staff),
  kinds: [${listed('kind', kinds)}], sections: [${listed('section', sections)}], decisions: [${listed('decision', decisions)}] });
`;

/** Its forms, and the fields of its sections, as zod objects. */
export const modelAsZod = (sections: number, decisions: number): string => `
import { z } from 'zod';
${numbers(sections)
  .map(
    (n) =>
      `export const section${n} = z.strictObject({ title: z.string().max(200), place: z.string().max(200) }).readonly();`,
  )
  .join('\n')}
${numbers(decisions)
  .map(
    (n) => `export const form${n} = z.strictObject({ why: z.string().max(200), firm: z.string().max(64) }).readonly();
export const why${n}: string = form${n}.parse({}).why;`,
  )
  .join('\n')}
`;
