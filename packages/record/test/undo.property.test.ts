import { openUndo, readSection, type UndoStack } from '@caseweave/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { merge, plan, replica, replicas, type PlanSection, type Replica } from './fixtures.ts';

/**
 * Laws of undo:
 * 1. Alone, undoing everything comes back to the view there was, and redoing everything to the view there was then.
 * 2. Among others, an undo changes nothing that anybody else wrote; one that does nothing changes nothing to the byte.
 * 3. After undos and redos all devices show and ask the same, and a view made step by step is one made from the document.
 */
interface Edit {
  readonly type: (typeof kinds)[number];
  readonly row: number;
  readonly value: number;
}

const kinds = [
  'name',
  'stage',
  'add language',
  'delete language',
  'level',
  'level',
  'add need',
  'strike',
  'restore',
  'note',
  'cut note',
  'story',
  'bold',
  'add action',
  'move',
  'event',
  'two things',
] as const;

const edit: fc.Arbitrary<Edit> = fc.record({
  type: fc.constantFrom(...kinds),
  row: fc.nat({ max: 1 }),
  value: fc.nat({ max: 2 }),
});

const stages = ['plan', 'closed', 'stepped_up'] as const;

function make(section: PlanSection, { type, row, value }: Edit): void {
  const view = section.view();
  const need = view.needs[row % Math.max(1, view.needs.length)]?.id;
  const actions = view.actions.map(({ id }) => id);
  section.edit((draft) => {
    if (type === 'name' || type === 'two things') draft.fullName = ['Abebe', 'Okoro', null][value] ?? null;
    if (type === 'stage' || type === 'two things') draft.stage = stages[value] ?? 'plan';
    if (type === 'add language') draft.languages.add(`language ${value}`);
    if (type === 'delete language') draft.languages.delete(`language ${value}`);
    if (type === 'add need') draft.needs.add({ title: `Need ${value}`, note: 'first', factors: ['3B'] });
    if (type === 'add action') draft.actions.add({ what: `Action ${value}` });
    if (type === 'event') draft.events.append({ occurredOn: '2026-01-01', text: `${value}`, about: [] });
    if (type === 'story') draft.story.insert(value % (draft.story.length + 1), `<${value}>`);
    if (type === 'bold' && draft.story.length > 1) draft.story.format(0, 2, { bold: value > 0 || null });
    if (type === 'move' && actions.length > 1) draft.actions.move(actions.at(-1) ?? '', {});
    if (need === undefined) return;
    if (type === 'level') draft.needs.byId(need).level = value + 1;
    if (type === 'strike') draft.needs.byId(need).strike('in error');
    if (type === 'note') draft.needs.byId(need).note.insert(0, `(${value})`);
    if (type === 'cut note' && draft.needs.byId(need).note.length > 2) draft.needs.byId(need).note.delete(1, 2);
  });
  if (type === 'restore') restore(section);
}

/** Restores the first need that is struck and not shown. */
function restore(section: PlanSection): void {
  const claims: readonly unknown[] = section.doc.getArray('claims').toJSON();
  const isStrike = (claim: unknown): claim is readonly [string, '!'] => Array.isArray(claim) && claim[1] === '!';
  const id = claims
    .filter(isStrike)
    .map(([entity]) => entity)
    .toSorted()[0];
  if (id !== undefined) section.edit((draft) => draft.needs.has(id) && draft.needs.byId(id).restore());
}

/** A device with some things on it already. */
function begun(client: number): Replica {
  const device = replica(client);
  for (const type of ['add need', 'add need', 'add action', 'add language', 'note', 'story'] as const) {
    make(device.section, { type, row: 0, value: 0 });
  }
  return device;
}

test('[R100] [R102] [R105] [R106] alone, undoing all is as before, redoing all is as after', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), fc.nat({ max: 12 }), (edits, some) => {
      const { section, doc } = begun(1);
      const mine = openUndo([section]);
      const before = section.view();
      for (const each of edits) make(section, each);
      const after = section.view();

      // There and back part of the way, then all the way, twice.
      for (let nth = 0; nth < some; nth += 1) mine.undo();
      while (mine.canRedo) mine.redo();
      expect(section.view()).toEqual(after);
      for (const round of [1, 2]) {
        while (mine.canUndo) mine.undo();
        expect([round, section.view()]).toEqual([round, before]);
        while (mine.canRedo) mine.redo();
        expect([round, section.view()]).toEqual([round, after]);
      }
      expect(section.questions()).toEqual([]);
      expect(readSection(plan, doc)).toEqual(after);
    }),
  );
});

type Act =
  | { readonly type: 'edit'; readonly by: number; readonly edit: Edit }
  | { readonly type: 'undo' | 'redo'; readonly by: number }
  | { readonly type: 'deliver' | 'overtake'; readonly by: number; readonly to: number };

// Two of three act most of the time, mostly on the same things, so that they meet.
const who = fc.constantFrom(0, 0, 1, 1, 2);
const meeting: fc.Arbitrary<Edit> = fc.oneof(
  edit,
  fc.record({
    type: fc.constantFrom('name', 'name', 'level', 'add language'),
    row: fc.constant(0),
    value: fc.nat({ max: 2 }),
  }),
);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('edit' as const), by: who, edit: meeting }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constantFrom('undo', 'undo', 'redo'), by: who }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('deliver' as const), by: who, to: who }) },
  // One writes, the other has it, and writes the same.
  { weight: 2, arbitrary: fc.record({ type: fc.constant('overtake' as const), by: who, to: who }) },
);

/** Everything in a document that others than this client wrote and nobody has superseded. */
function ofOthers({ section, doc }: Replica, client: number): unknown {
  const texts = [...doc.share.keys()].filter((name) => name.includes('/')).toSorted();
  const words = texts.map((name) => {
    const [path = '', entity = ''] = name.split('/');
    const all = section.text(path, entity).toJSON();
    return section
      .textAuthors(path, entity)
      .map((span) => (span.client === client ? '' : all.slice(span.from, span.to)))
      .join('');
  });
  const view = section.view();
  const claims = [
    ...['fullName', 'stage', 'languages'].flatMap((field) => section.provenance('', field)),
    ...[...view.needs, ...view.actions].flatMap(({ id }) =>
      ['needs', 'needs.title', 'needs.level', 'needs.factors', 'actions', 'actions.what', 'actions.place'].flatMap(
        (field) => section.provenance(id, field),
      ),
    ),
  ];
  const others = claims.filter((claim) => claim.client !== client);
  return { words, claims: others.toSorted((a, b) => a.client - b.client || a.clock - b.clock) };
}

/** The fields of one value in which something that this client wrote stands, and those in which nothing does. */
function standingOf(
  { section }: Replica,
  client: number,
  needs: readonly string[],
): { mine: readonly string[]; nobodys: readonly string[] } {
  const fields = [
    ...['fullName', 'stage'].map((field) => ['', field] as const),
    ...needs.map((id) => [id, 'needs.level'] as const),
  ];
  const found = fields.map(([id, field]) => ({ name: `${id}/${field}`, claims: section.provenance(id, field) }));
  return {
    mine: found.flatMap(({ name, claims }) => (claims.some((claim) => claim.client === client) ? name : [])),
    nobodys: found.flatMap(({ name, claims }) => (claims.length === 0 ? name : [])),
  };
}

test('[R100] [R101] among others, undo touches nothing of theirs, and all come to the same', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 40, size: 'max' }), (acts) => {
      const first = begun(1);
      const devices = [first, ...replicas(first, 2, 3)];
      const stacks: readonly UndoStack[] = devices.map(({ section }) => openUndo([section]));
      for (const each of acts) {
        const device = devices[each.by] ?? first;
        if (each.type === 'edit') make(device.section, each.edit);
        else if (each.type === 'deliver') merge(device, devices[each.to] ?? first);
        else if (each.type === 'overtake') {
          const other = devices[each.to] ?? first;
          for (const [writer, value] of [
            [device, 0],
            [other, 1],
          ] as const) {
            make(writer.section, { type: 'two things', row: 0, value });
            merge(device, other);
          }
        } else {
          const before = ofOthers(device, each.by + 1);
          const rows = device.section.view();
          const ids = rows.needs.map(({ id }) => id);
          const own = standingOf(device, each.by + 1, ids);
          const bytes = Y.encodeStateAsUpdate(device.doc);
          const outcome = stacks[each.by]?.[each.type]();
          // A row that I take back is one in which nobody else has written; what it holds is compared where it shows.
          const same =
            device.section.view().needs.length === rows.needs.length &&
            device.section.view().actions.length === rows.actions.length;
          if (same) expect(ofOthers(device, each.by + 1)).toEqual(before);
          // What nothing of mine stands in is another's: undo writes nothing into it.
          const after = standingOf(device, each.by + 1, ids).mine;
          for (const field of after) expect([...own.mine, ...own.nobodys]).toContain(field);
          if (outcome?.type !== 'taken-back') expect(Y.encodeStateAsUpdate(device.doc)).toEqual(bytes);
        }
        expect(readSection(plan, device.doc)).toEqual(device.section.view());
      }
      merge(...devices);
      merge(...devices);
      for (const { section } of devices) {
        expect(section.view()).toEqual(first.section.view());
        expect(section.questions()).toEqual(first.section.questions());
      }
    }),
  );
});

test('[R103] whatever is written again says that it is, and whose it first was', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 10 }), (edits) => {
      const first = begun(1);
      const [bartek = first] = replicas(first, 2);
      const mine = openUndo([bartek.section]);
      for (const each of edits) make(bartek.section, each);
      while (mine.canUndo) mine.undo();

      const claims: readonly unknown[] = bartek.doc.getArray('claims').toJSON();
      const unmarked = claims.slice().filter((claim) => {
        const meta: unknown = Array.isArray(claim) ? claim[3] : undefined;
        return meta !== null && typeof meta === 'object' && !('of' in meta);
      });
      const own = new Set(unmarked);
      // What bears no mark is what there was, or a row that was added and is struck.
      const before: readonly unknown[] = first.doc.getArray('claims').toJSON();
      const isOld = (claim: unknown): boolean => before.some((old) => JSON.stringify(old) === JSON.stringify(claim));
      const fresh = [...own].filter(
        (claim) => !isOld(claim) && Array.isArray(claim) && !String(claim[0]).startsWith('row2'),
      );
      expect(fresh).toEqual([]);
    }),
  );
});
