import { decision, group, line, listOf, moment, opening, optional, recordOf, truth, unit, who } from '@caseweave/model';
import { job } from './job.ts';

export const report = opening(job, 'report', {
  title: 'Report a repair',
  version: 1,
  form: group({ tenant: who({ label: 'Tenant' }), home: optional(recordOf('home', { label: 'Home' })) }),
  refusals: { unknown: 'There is nobody of that name. Look them up.' },
  may: ({ who: author }, { tenant }) => author.id === tenant || author.roles.includes('officer'),
  check: ({ tenant }, _by, known) => (known.who(tenant) === null ? 'unknown' : null),
  fold: ({ tenant, home }, { who: by }) => ({
    tenant,
    home: home ?? null,
    firm: null,
    officer: by === tenant ? null : by,
    closedAt: null,
  }),
  people: ({ tenant }) => [tenant],
  words: ({ tenant }, names) => `A repair is reported for ${names.who(tenant) ?? 'a tenant'}`,
  told: (_telling, form) => form,
});

export const giveToFirm = decision(job, 'give-to-firm', {
  title: 'Give the repair to a firm',
  version: 1,
  form: group({ firm: unit('firm', { label: 'Firm' }) }),
  refusals: { already: 'This firm has the repair already.', 'no-such-firm': 'There is no such firm. Choose another.' },
  may: ({ seats }) => seats.has('officer'),
  check: (facts, { firm }, _by, known) =>
    facts.firm === firm ? 'already' : known.unit('firm', firm) === null ? 'no-such-firm' : null,
  fold: (facts, { firm }) => ({ ...facts, firm }),
  overtakenBy: ['give-to-firm'],
  words: ({ firm }, names) => `The repair is given to ${names.unit('firm', firm) ?? 'a firm'}`,
  stands: (facts, _form, names) =>
    facts.firm === null ? null : `The repair is with ${names.unit('firm', facts.firm) ?? 'a firm'}.`,
  told: (_telling, form) => form,
});

export const close = decision(job, 'close', {
  title: 'Close the repair',
  version: 1,
  form: group({
    at: optional(moment({ label: 'From' })),
    costs: listOf(group({ what: line({ label: 'For what' }), payer: who({ label: 'Who pays' }) }), {
      most: 20,
      label: 'What it cost',
    }),
  }),
  refusals: { already: 'The repair is closed.' },
  may: ({ seats }) => seats.has('officer'),
  check: ({ closedAt }) => (closedAt === null ? null : 'already'),
  fold: (facts, { at }, by) => ({ ...facts, closedAt: at ?? by.at }),
  people: ({ costs }) => costs.map(({ payer }) => payer),
  overtakenBy: [],
  words: () => 'The repair is closed',
  stands: () => null,
  told: (_telling, form) => form,
});

export const nameHome = decision(job, 'name-home', {
  title: 'Say in which home it is',
  by: 'whoever answers for the repair',
  version: 1,
  form: group({ home: recordOf('home', { label: 'Home', begunWhere: 'isNew' }), isNew: truth({ label: 'A new one' }) }),
  refusals: {},
  begins: ({ home, isNew }, { who: by }) =>
    isNew ? [{ record: home, kind: 'home', facts: { landlord: by ?? 'nobody' } }] : [],
  others: ({ home, isNew }) => (isNew ? [] : [home]),
  may: ({ seats }) => seats.has('officer'),
  check: () => null,
  fold: (facts, { home }) => ({ ...facts, home }),
  overtakenBy: [],
  words: () => 'It is said in which home the repair is',
  stands: () => null,
  told: (_telling, form) => form,
});

export const hideFromAll = decision(job, 'hide-from-all', {
  title: 'Take the repair from everybody',
  version: 1,
  byAuthority: true,
  form: group({}),
  refusals: {},
  may: () => false,
  check: () => null,
  fold: (facts) => ({ ...facts, tenant: 'nobody', officer: null, firm: null }),
  overtakenBy: [],
  words: () => 'The repair is taken from everybody',
  stands: () => null,
  told: () => null,
});
