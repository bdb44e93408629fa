import {
  collection,
  defineSection,
  log,
  openSection,
  position,
  progress,
  register,
  richText,
  setOf,
  text,
} from '@caseweave/record';
import type { Author, Section } from '@caseweave/record';
import * as Y from 'yjs';
import { z } from 'zod';

/** A plan with a field of every kind. */
export const plan = defineSection({
  name: 'plan',
  version: 2,
  oldestWriter: 1,
  fields: {
    fullName: register(z.string().min(1).max(80), { label: 'Full name' }),
    reviewOn: register(z.iso.date(), { standing: 'earliest', label: 'Next review' }),
    languages: setOf(z.string(), { label: 'Languages spoken' }),
    stage: progress(['assessment', 'plan', ['closed', 'stepped_up']]),
    story: richText({ label: 'Full story' }),
    minutes: text({ label: 'Minutes' }),
    needs: collection(
      {
        title: register(z.string().min(1).max(200)),
        level: register(z.number().int().min(1).max(4), { standing: 'highest', label: 'Level of need' }),
        factors: setOf(z.string(), { exclusive: ['21'], label: 'Factors' }),
        detail: register(z.looseObject({ note: z.string() })),
        note: text(),
      },
      { label: 'Need' },
    ),
    actions: collection(
      {
        what: register(z.string().min(1), { label: 'What' }),
        owners: setOf(z.string(), { label: 'Owners' }),
        dueOn: register(z.iso.date(), { standing: 'earliest', label: 'By when' }),
        status: progress(['proposed', 'agreed', 'in_progress', ['done', 'not_done', 'no_longer_needed']], {
          label: 'Status',
        }),
        place: position(),
      },
      { label: 'Action' },
    ),
    events: log({
      occurredOn: register(z.iso.date()),
      text: register(z.string()),
      about: setOf(z.string()),
      source: register(z.string().optional()),
    }),
  },
});

export type PlanSection = Section<typeof plan>;

/** One person's device with the plan open. */
export interface Replica {
  readonly doc: Y.Doc;
  readonly section: PlanSection;
}

const authors: { readonly [client: number]: Author } = {
  1: { id: 'a', name: 'Amina', organisation: 'School' },
  2: { id: 'b', name: 'Bartek', organisation: 'Health visiting' },
  3: { id: 'c', name: 'Chidi' },
  11: { id: 'a', name: 'Amina', organisation: 'School' },
};

/** A device of client 1, 2 or 3 (Amina, Bartek, Chidi) or 11 (Amina's other one), holding what is given. */
export function replica(
  client: number,
  state?: Uint8Array,
  now: () => number = () => 1_790_000_000_000,
  idsFrom = 0,
): Replica {
  const doc = new Y.Doc();
  if (state !== undefined) Y.applyUpdate(doc, state);
  doc.clientID = client;
  let made = idsFrom;
  const newId = (): string => `row${client}x${(made += 1)}`;
  return { doc, section: openSection(plan, { doc, now, newId, authorOf: (id) => authors[id] }) };
}

/** Devices that begin with the same document. */
export function replicas(from: Replica, ...clients: readonly number[]): readonly Replica[] {
  return clients.map((client) => replica(client, Y.encodeStateAsUpdate(from.doc)));
}

/** Brings all devices up to date with one another. */
export function merge(...all: readonly Replica[]): void {
  for (const from of all) {
    for (const to of all) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)));
  }
}
