import { group, kind, optional, recordOf, unit, who, type AnyWho, type RecordState } from '@caseweave/model';
import { z } from 'zod';
import { staff, type Staff } from './staff.ts';

/** What is decided about a repair. */
interface JobFacts {
  readonly tenant: string;
  readonly home: string | null;
  readonly firm: string | null;
  readonly officer: string | null;
  readonly closedAt: number | null;
}

const jobFacts = z.object({
  tenant: z.string(),
  home: z.string().nullable(),
  firm: z.string().nullable(),
  officer: z.string().nullable(),
  closedAt: z.number().nullable(),
});

const isTenant = (one: AnyWho, { facts }: RecordState<JobFacts>): boolean => facts.tenant === one.id;

export const job = kind('job', {
  title: 'Repair',
  about: 'Something that is broken in a home.',
  who: staff,
  facts: { schema: jobFacts, version: 1 },
  seats: {
    tenant: { says: 'lives there', holds: isTenant },
    contractor: {
      says: 'works for the firm that the repair is given to',
      holds: (one, { facts }) => facts.firm !== null && facts.firm === one.firm,
    },
    officer: { says: 'answers for the repair', holds: (one, { facts }) => facts.officer === one.id },
  },
  conditions: {
    open: {
      says: 'the repair is open',
      allows: ({ state: { facts }, at }) => facts.closedAt === null || at < facts.closedAt,
    },
    ofOwnFirm: {
      says: 'the notes are those of their own firm',
      allows: ({ who: one, parameter }) => one.firm === parameter,
    },
  },
  barred: (one) => one.id === 'barred',
  index: {
    keys: ({ facts: { tenant, firm, officer } }) => [
      `is:${tenant}`,
      ...(officer === null ? [] : [`is:${officer}`]),
      ...(firm === null ? [] : [`firm:${firm}`]),
    ],
    moments: ({ closedAt }) => (closedAt === null ? [] : [closedAt]),
    links: ({ home }) => (home === null ? [] : [home]),
    people: ({ tenant, officer }) => (officer === null ? [tenant] : [tenant, officer]),
  },
  seen: {
    shape: group({
      tenant: who({ label: 'Tenant' }),
      home: optional(recordOf('home', { label: 'Home' })),
      firm: optional(unit('firm', { label: 'Firm' })),
      officer: optional(who({ label: 'Officer' })),
    }),
    // The tenant is not told which firm comes before it does.
    facts: (reader: Staff, state) => ({ ...state.facts, firm: isTenant(reader, state) ? null : state.facts.firm }),
    // Nor who answers for it, or who of the firm wrote something.
    who: (reader: Staff, other, state) => !isTenant(reader, state) || isTenant(other, state),
    decided: (told) => jobFacts.safeParse(told).data ?? null,
    pending: ({ facts }) => facts,
  },
});
