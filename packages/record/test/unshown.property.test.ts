import { type Draft, openSection, readSection, type Section, type SectionSchema } from '@caseweave/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { newer, older } from './houses.ts';

type NewerDraft = Draft<typeof newer>;
type OlderDraft = Draft<typeof older>;

const day = '2026-01-02';
const nothing = { colour: null, level: null, tags: [], stage: 'new', jobs: [], visits: [] };

const firstJob = (draft: OlderDraft, view: { readonly jobs: readonly { readonly id: string }[] }, nth: number) => {
  const id = view.jobs[nth % Math.max(1, view.jobs.length)]?.id;
  return id === undefined ? undefined : draft.jobs.byId(id);
};

/** What both versions can do; `n` chooses the value. */
const common: readonly ((draft: OlderDraft, n: number, section: Section<typeof older>) => unknown)[] = [
  (draft, n) => (draft.colour = ['red', 'green', null][n % 3] as 'red'),
  (draft, n) => (draft.level = n % 5),
  (draft, n) => draft.tags[n % 2 === 0 ? 'add' : 'delete'](n % 4 < 2 ? 'none' : 'old'),
  (draft, n) => (draft.stage = (['new', 'seen', 'done', 'dropped'] as const)[n % 4] ?? 'new'),
  (draft, n) => draft.story.insert(0, `${n}`),
  (draft, n) => draft.jobs.add({ what: `job ${n}` }),
  (draft, n, section) => ((firstJob(draft, section.view(), n) ?? { stage: '' }).stage = 'done'),
  (draft, n, section) => firstJob(draft, section.view(), n)?.strike('wrong house'),
  (draft, n) => draft.visits.append({ on: day, kind: n % 2 === 0 ? 'home' : 'call', about: [] }),
];

/** What only the newer one can. */
const later: readonly ((draft: NewerDraft, n: number, section: Section<typeof newer>) => unknown)[] = [
  (draft) => (draft.colour = 'blue'),
  (draft) => (draft.level = 8),
  (draft, n) => draft.tags[n % 3 === 0 ? 'delete' : 'add']('rare'),
  (draft, n) => (draft.stage = n % 2 === 0 ? 'waiting' : 'moved'),
  (draft) => draft.story.insert(0, 'see', { link: 'x' }),
  (draft, n) => (n % 3 === 0 ? draft.minutes.delete(0, draft.minutes.length) : draft.minutes.insert(0, 'x')),
  (draft, n) => (draft.owner = n % 3 === 0 ? null : `owner ${n}`),
  (draft) => draft.rooms.add({ name: 'attic' }),
  (draft) => draft.calls.append({ on: day }),
  (draft, n) => draft.visits.append({ on: day, kind: 'letter', about: ['roof', 'door'], by: `${n}` }),
  (draft, n) => draft.jobs.add({ what: `job ${n}`, stage: 'paused', cost: n, note: 'x' }),
  (draft, n, section) => {
    const id = section.view().jobs[n % Math.max(1, section.view().jobs.length)]?.id;
    if (id === undefined) return;
    const job = draft.jobs.byId(id);
    if (n % 3 === 0) job.cost = n;
    else if (n % 3 === 1) job.stage = 'paused';
    else job.note.insert(0, 'x');
  },
];

const open = <Schema extends SectionSchema>(schema: Schema, client: number): Section<Schema> => {
  const doc = new Y.Doc();
  doc.clientID = client;
  let made = 0;
  return openSection(schema, {
    doc,
    now: () => 0,
    newId: () => `r${client}x${(made += 1)}`,
    authorOf: () => undefined,
  });
};

/** Plays a history on two devices of each version, and brings all to all in the end. */
function play(steps: readonly { readonly who: number; readonly what: number; readonly n: number }[], withLater = true) {
  const olds = [open(older, 1), open(older, 2)];
  const news = [open(newer, 3), open(newer, 4)];
  const all = [...olds, ...news];
  for (const { who, what, n } of steps) {
    const [old, now] = [olds[who % 4], news[(who % 4) - 2]];
    if (n % 4 === 0)
      Y.applyUpdate(
        (all[who % 4] ?? old)?.doc ?? new Y.Doc(),
        Y.encodeStateAsUpdate((all[n % 3] ?? all[0])?.doc ?? new Y.Doc()),
      );
    if (old !== undefined) old.edit((draft) => void common[(what >> 1) % common.length]?.(draft, n, old));
    else if (now !== undefined && (what % 2 === 0 || !withLater)) {
      const asOlder = now as unknown as Section<typeof older>;
      asOlder.edit((draft) => void common[(what >> 1) % common.length]?.(draft, n, asOlder));
    } else now?.edit((draft) => void later[(what >> 1) % later.length]?.(draft, n, now));
  }
  for (const from of all) for (const to of all) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc));
  return { old: olds[0] ?? open(older, 1), now: news[0] ?? open(newer, 3) };
}

const steps = fc.array(fc.record({ who: fc.nat(3), what: fc.nat(120), n: fc.nat(20) }), { maxLength: 30 });

interface Members {
  readonly [name: string]: unknown;
}

/** Names of fields in which two versions differ, of one entity. */
const differing = (one: Members, other: Members): readonly string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((name) => !['unshown', 'struck', 'jobs', 'visits', 'id'].includes(name))
    .filter((name) => JSON.stringify(one[name] ?? empty(name)) !== JSON.stringify(other[name] ?? empty(name)));
const empty = (name: string): unknown =>
  name === 'rooms' || name === 'calls' ? [] : name === 'minutes' || name === 'note' ? '' : null;

test('[R190] [R191] [R195] whatever a newer version wrote, an older one reads it or names it, in any history', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const { old, now } = play(history);
      const [before, after] = [old.view(), now.view()];

      for (const name of differing(before, after)) expect(before.unshown).toContain(name);
      for (const group of ['jobs', 'visits'] as const) {
        expect(before[group].map(({ id }) => id)).toEqual(after[group].map(({ id }) => id));
        for (const row of before[group]) {
          const there = after[group].byId(row.id);
          for (const name of differing(row, there ?? {})) expect(row.unshown).toContain(name);
          expect(row.struck).toEqual(there?.struck);
        }
      }
      // What shows as if nobody had written it was written by nobody, or is named.
      for (const [name, value] of Object.entries(nothing)) {
        const shows = JSON.stringify((before as Members)[name]);
        if (shows === JSON.stringify(value) && before.unshown?.includes(name) !== true) {
          expect(JSON.stringify((after as Members)[name])).toBe(shows);
        }
      }
      // Nor does what is named look like it: a first state was written by somebody, and "none" is among no others.
      if (before.unshown?.includes('stage') === true && before.stage === 'new') {
        expect(old.provenance('', 'stage').map(({ value }) => value)).toContain('new');
      }
      if (before.unshown?.includes('tags') === true) expect(before.tags).not.toContain('none');
      for (const { id, stage, unshown = [] } of before.jobs) {
        if (!unshown.includes('stage') || stage !== 'new') continue;
        expect(old.provenance(id, 'jobs.stage').map(({ value }) => value)).toContain('new');
      }
      expect(now.unshown()).toEqual([]);
    }),
  );
});

test('[R190] what is listed is what the view names, and both are what the document alone gives', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const { old } = play(history);
      const view = old.view();
      const named = [
        ...(view.unshown ?? []).map((name) => ` ${name}`),
        ...view.jobs.flatMap(({ id, unshown = [] }) => unshown.map((name) => `${id} jobs.${name}`)),
        ...view.visits.flatMap(({ id, unshown = [] }) => unshown.map((name) => `${id} visits.${name}`)),
      ];

      expect(
        old
          .unshown()
          .map(({ entity, path }) => `${entity} ${path}`)
          .toSorted(),
      ).toEqual(named.toSorted());
      for (const { entity, path } of old.unshown()) expect(old.isUnshown(entity, path)).toBe(true);
      expect(readSection(older, old.doc)).toEqual(view);
    }),
  );
});

test('[R190] where nobody wrote what an older version does not know, it names nothing', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const { old } = play(history, false);

      expect(old.unshown()).toEqual([]);
      expect(JSON.stringify(old.view())).not.toContain('unshown');
    }),
  );
});
