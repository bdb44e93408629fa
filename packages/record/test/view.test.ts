import { readSection } from '@caseweave/record';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { merge, plan, replica, replicas, type PlanSection, type Replica } from './fixtures.ts';

const addNeeds = ({ section }: Replica, count: number): void => {
  section.edit((draft) => {
    for (let made = 0; made < count; made += 1) draft.needs.add({ title: `need ${made}`, factors: ['3B'] });
  });
};

const rename = ({ section }: Replica, name: string): void => {
  section.edit((draft) => {
    draft.fullName = name;
  });
};

describe('the object', () => {
  test('[R30] it is the same until something changed, and so are the questions', () => {
    const amina = replica(1);
    rename(amina, 'Okoro');

    expect(amina.section.view()).toBe(amina.section.view());
    expect(amina.section.questions()).toBe(amina.section.questions());
  });

  test('[R30] what did not change is the same object in the next view', () => {
    const amina = replica(1);
    addNeeds(amina, 200);
    amina.section.edit((draft) => draft.languages.add('Twi'));
    const before = amina.section.view();
    const changed = 'row1x70';

    amina.section.edit((draft) => {
      draft.needs.byId(changed).title = 'changed';
    });

    const after = amina.section.view();
    expect(after).not.toBe(before);
    expect(after.actions).toBe(before.actions);
    expect(after.languages).toBe(before.languages);
    expect(after.story).toBe(before.story);
    expect(after.needs.byId(changed)).not.toBe(before.needs.byId(changed));
    expect(after.needs.byId(changed)?.factors).toBe(before.needs.byId(changed)?.factors);
    expect(after.needs.filter((row, place) => row !== before.needs[place])).toHaveLength(1);
    expect(before.needs.byId(changed)?.title).toBe('need 69');
  });

  test('[R30] nothing in it can be changed', () => {
    const amina = replica(1);
    addNeeds(amina, 2);
    const view = amina.section.view();
    const attempts = [
      (): unknown => Object.assign(view, { fullName: 'x' }),
      (): unknown => Object.assign(view.needs, { 0: null }),
      (): unknown => Object.assign(view.needs, { length: 0 }),
      (): unknown => Object.defineProperty(view.needs, '7', { value: 1 }),
      (): unknown => Array.prototype.push.call(view.needs, 1),
      (): unknown => Object.assign(view.needs[0] ?? {}, { title: 'x' }),
      (): unknown => Object.assign(view.needs[0]?.factors ?? [], { 0: 'x' }),
      (): unknown => Object.assign(view.story, { text: 'x' }),
    ];

    for (const attempt of attempts) expect(attempt).toThrow(TypeError);
    expect(Reflect.deleteProperty(view.needs, '0')).toBe(false);
    expect(Object.isFrozen(view.needs)).toBe(true);
    expect(view.needs).toHaveLength(2);
  });

  test('[R30] rows are a list like any other', () => {
    const amina = replica(1);
    addNeeds(amina, 3);
    const { needs } = amina.section.view();

    expect(Array.isArray(needs)).toBe(true);
    expect(needs.length).toBe(3);
    expect(1 in needs && !(3 in needs)).toBe(true);
    expect([...needs].map(({ title }) => title)).toEqual(['need 0', 'need 1', 'need 2']);
    expect(needs.concat(needs)).toHaveLength(6);
    expect(JSON.stringify(needs)).toBe(JSON.stringify([...needs]));
    expect(Object.keys(needs)).toEqual(['0', '1', '2']);
    expect(needs.byId('row1x2')).toBe(needs[1]);
    expect(needs.byId('nobody')).toBeUndefined();
  });

  test('[R29] [R30] a view is data that a copy is made of as of any other', () => {
    const amina = replica(1);
    addNeeds(amina, 3);
    rename(amina, 'Okoro');
    const view = amina.section.view();
    const copy = structuredClone(view);

    expect(copy).toEqual(view);
    expect(structuredClone(view.needs)).toEqual(view.needs);
    expect(structuredClone(view.needs[1])).toEqual(view.needs[1]);
    expect(JSON.parse(JSON.stringify(view))).toEqual(JSON.parse(JSON.stringify(copy)));
    expect({ ...view }.needs).toBe(view.needs);
    expect(Object.getOwnPropertyDescriptor(view.needs, 'byId')).toMatchObject({ writable: false, enumerable: false });
  });

  test('[R31] the same is read from the document alone', () => {
    const amina = replica(1);
    addNeeds(amina, 150);
    rename(amina, 'Okoro');
    amina.section.view();
    amina.section.edit((draft) => draft.needs.byId('row1x9').note.insert(0, 'sleeps badly'));

    expect(amina.section.view()).toEqual(readSection(plan, amina.doc));
  });

  test('[R30] a set that says the same is the same object, though other claims say it', () => {
    const amina = replica(1);
    amina.section.edit((draft) => draft.languages.add('Twi'));
    const before = amina.section.view();

    amina.section.edit((draft) => draft.languages.add('Twi'));

    expect(amina.section.view()).not.toBe(before);
    expect(amina.section.view().languages).toBe(before.languages);
  });
});

describe('the moment', () => {
  test('[R32] while a transaction runs, and its observers, the view is the one last taken', () => {
    const amina = replica(1);
    rename(amina, 'Okoro');
    const taken = amina.section.view();
    const seen: unknown[] = [];
    amina.doc.getArray('claims').observe(() => seen.push(amina.section.view()));

    amina.doc.transact(() => {
      amina.section.text('minutes').insert(0, 'half');
      seen.push(amina.section.view());
      amina.doc.getArray('claims').push([['', 'fullName', 'Mensah', {}]]);
    });

    expect(seen).toEqual([taken, taken]);
    expect(amina.section.view().minutes).toBe('half');
  });

  test('[R35] listeners are called after what changed something, with the view ready, and not otherwise', () => {
    const amina = replica(1);
    const names: (string | null)[] = [];
    const stop = amina.section.subscribe(() => names.push(amina.section.view().fullName));

    rename(amina, 'Okoro');
    amina.doc.getMap('elsewhere').set('unrelated', 1);
    Y.applyUpdate(amina.doc, Y.encodeStateAsUpdate(amina.doc));
    amina.section.text('story').insert(0, 'typed');
    stop();
    rename(amina, 'Mensah');

    expect(names).toEqual(['Okoro', 'Okoro']);
  });

  test('[R35] a listener that throws does not keep others from hearing', () => {
    const amina = replica(1);
    let heard = 0;
    amina.section.subscribe(() => {
      throw new RangeError('mine');
    });
    amina.section.subscribe(() => (heard += 1));

    expect(() => rename(amina, 'Okoro')).toThrow(RangeError);
    expect(heard).toBe(1);
    expect(amina.section.view().fullName).toBe('Okoro');
  });

  test('[R35] a closed section hears nothing more', () => {
    const amina = replica(1);
    let heard = 0;
    amina.section.subscribe(() => (heard += 1));

    amina.section.close();
    Y.applyUpdate(amina.doc, Y.encodeStateAsUpdate(withName(replica(2)).doc));

    expect(heard).toBe(0);
  });

  test('[R33] an update applied twice changes nothing', () => {
    const amina = withName(replica(1));
    const bartek = replica(2, Y.encodeStateAsUpdate(amina.doc));
    const before = bartek.section.view();
    let heard = 0;
    bartek.section.subscribe(() => (heard += 1));

    Y.applyUpdate(bartek.doc, Y.encodeStateAsUpdate(amina.doc));

    expect(heard).toBe(0);
    expect(bartek.section.view()).toBe(before);
  });

  test('[R34] a device whose clock is ten years out changes times and nothing else', () => {
    const views = [0, 10].map((years) => {
      const start = withName(replica(1));
      const late = replica(2, Y.encodeStateAsUpdate(start.doc), () => 1_790_000_000_000 - years * 31_557_600_000);
      const [other = start] = replicas(start, 3);
      rename(late, 'Late');
      rename(other, 'Other');
      merge(start, late, other);
      return [start.section.view(), start.section.questions().map(({ id, standing }) => [id, standing])];
    });

    expect(views[0]).toEqual(views[1]);
  });
});

describe('foreign content', () => {
  const push = (section: PlanSection, ...claims: readonly unknown[]): void => {
    section.doc.getArray('claims').push([...claims]);
  };

  test('[R8] [R190] what is not understood is kept, named as not shown, not asked about, and not superseded', () => {
    const amina = withName(replica(1));
    const strange = [
      ['', 'invented', 1, {}],
      ['', 'fullName', 7, {}],
      ['', 'stage', 'a later state', {}],
      ['', 'needs.title', 'no row', {}],
      ['x', 'fullName', 'no section', {}],
      ['x', 'needs', 'yes', {}],
      ['row', '!', 'no strike', {}],
      'no claim',
      ['too short'],
      [1, 2, 3],
      null,
    ];
    const before = amina.section.view();
    push(amina.section, ...strange);

    rename(amina, 'Okoro');

    const kept = amina.doc.getArray('claims').toJSON();
    expect(amina.section.view()).toEqual({
      ...before,
      stage: null,
      unshown: ['fullName', 'invented', 'needs', 'stage'],
    });
    expect(amina.section.questions()).toEqual([]);
    expect(strange.filter((claim) => !kept.some((other) => JSON.stringify(other) === JSON.stringify(claim)))).toEqual(
      [],
    );
  });

  test('[R8] [R190] a text root of another kind is passed over, and a text that is not known is named', () => {
    const amina = replica(1);
    amina.doc.getMap('minutes/').set('a', 1);
    amina.doc.getText('unknown/').insert(0, 'x');
    amina.doc.getText('needs.note/nobody').insert(0, 'x');

    expect(amina.section.view()).toEqual({ ...replica(2).section.view(), unshown: ['unknown'] });
  });
});

function withName(of: Replica): Replica {
  rename(of, 'Okoro');
  return of;
}
