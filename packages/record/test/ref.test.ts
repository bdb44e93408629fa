import {
  collection,
  defineSection,
  editSections,
  log,
  openSection,
  readSection,
  ref,
  register,
  setOf,
  type Section,
  type SectionSchema,
} from '@caseweave/record';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';

const team = defineSection({
  name: 'team',
  version: 1,
  oldestWriter: 1,
  fields: { members: collection({ name: register(z.string().min(1)) }, { label: 'Member' }) },
});

const plan = defineSection({
  name: 'plan',
  version: 1,
  oldestWriter: 1,
  fields: {
    firstNeed: ref('needs', { label: 'First need' }),
    needs: collection({ title: register(z.string().min(1)) }, { label: 'Need' }),
    actions: collection({
      what: register(z.string()),
      need: ref('needs', { label: 'Need' }),
      after: setOf(ref('actions')),
      owner: ref(team, 'members', { label: 'Owner' }),
      owners: setOf(ref(team, 'members'), { label: 'Owners' }),
    }),
    events: log({ text: register(z.string()), about: setOf(ref('needs')), by: ref(team, 'members') }),
  },
});

const open = <Schema extends SectionSchema>(
  schema: Schema,
  client: number,
  others: readonly Section<SectionSchema>[] = [],
  state?: Uint8Array,
): Section<Schema> => {
  const doc = new Y.Doc();
  if (state !== undefined) Y.applyUpdate(doc, state);
  doc.clientID = client;
  let made = 0;
  return openSection(schema, {
    doc,
    now: () => 0,
    newId: () => `${schema.name}${client}x${(made += 1)}`,
    authorOf: () => undefined,
    others: (name) => others.filter((other) => other.schema.name === name),
  });
};

const send = (from: Section<SectionSchema>, to: Section<SectionSchema>): void =>
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc));

/** A plan in which an action answers a need. */
function answered() {
  const section = open(plan, 1);
  const outcome = section.edit((draft) => {
    const need = draft.needs.add({ title: 'Sleep' });
    const action = draft.actions.add({ what: 'Call', need });
    return { need, action };
  });
  if (outcome.type !== 'edited') throw new Error(outcome.type);
  return { section, ...outcome.result };
}

describe('within a section', () => {
  test('[R120] [R121] the view shows the id of a target that shows, and nothing of one that is struck', () => {
    const { section, need, action } = answered();
    section.edit((draft) => {
      draft.firstNeed = need;
      draft.actions.byId(action).after.add(action);
      draft.events.append({ text: 'Visit', about: [need], by: 'nobody-here' });
    });
    const shown = () => {
      const view = section.view();
      return [view.firstNeed, view.actions[0]?.need, view.events[0]?.about];
    };
    const before = shown();

    section.edit((draft) => draft.needs.byId(need).strike('another one'));
    const struck = shown();
    section.edit((draft) => draft.needs.byId(need).restore());

    expect(before).toEqual([need, need, [need]]);
    expect(struck).toEqual([null, null, []]);
    expect(shown()).toEqual(before);
    expect(section.view().actions[0]?.after).toEqual([action]);
    expectTypeOf(section.view().actions[0]?.need).toEqualTypeOf<string | null | undefined>();
    expectTypeOf(section.view().actions[0]?.after).toEqualTypeOf<readonly string[] | undefined>();
  });

  test('[R120] it is stored as a register or a set of ids is, and kept while its target is struck', () => {
    const { section, need, action } = answered();
    section.edit((draft) => draft.needs.byId(need).strike('another one'));

    expect(section.doc.getArray('claims').toJSON()).toContainEqual([action, 'actions.need', need, { t: 0 }]);
    expect(section.provenance(action, 'actions.need')).toHaveLength(1);
  });

  test('[R30] [R121] only what refers to a struck row becomes another object', () => {
    const { section, need } = answered();
    section.edit((draft) => draft.actions.add({ what: 'Other' }));
    const [first, second] = section.view().actions;

    section.edit((draft) => draft.needs.byId(need).strike('x'));

    expect(section.view().actions[0]).not.toBe(first);
    expect(section.view().actions[1]).toBe(second);
  });

  test('[R122] a reference to nothing, to a struck row and to a row of another collection is refused', () => {
    const { section, need, action } = answered();
    section.edit((draft) => draft.needs.byId(draft.needs.add({ title: 'Struck' })).strike('x'));
    const before = Y.encodeStateAsUpdate(section.doc);

    const outcome = section.edit((draft) => {
      draft.firstNeed = 'nobody';
      draft.actions.byId(action).need = action;
      draft.actions.byId(action).after.add(need);
      draft.actions.add({ what: 'x', need: 'plan1x3' });
      draft.events.append({ text: 'x', about: ['nobody'], by: 'nobody-here' });
    });

    expect(outcome).toMatchObject({
      type: 'refused',
      refusals: [
        { code: 'no-such-row', path: 'firstNeed' },
        { code: 'no-such-row', path: 'actions.need' },
        { code: 'no-such-row', path: 'actions.after' },
        { code: 'no-such-row', path: 'actions.need' },
        { code: 'no-such-row', path: 'events.about' },
      ],
    });
    expect(Y.encodeStateAsUpdate(section.doc)).toEqual(before);
    expect(section.edit((draft) => void (draft.firstNeed = 'no id!'))).toMatchObject({
      refusals: [{ code: 'wrong-value', rule: 'a reference is the id of a row' }],
    });
  });

  test('[R122] what showed on the form, and what the same edit adds, can be referred to', () => {
    const { section, need, action } = answered();
    const form = section.view();
    section.edit((draft) => draft.needs.byId(need).strike('x'));

    expect(section.edit((draft) => void (draft.firstNeed = need), { basis: form }).type).toBe('edited');
    expect(
      section.edit((draft) => {
        draft.actions.byId(action).after.add(draft.actions.add({ what: 'First' }));
      }).type,
    ).toBe('edited');
  });

  test('[R123] questions and change notes call a target by its name, and never by its id', () => {
    const { section, need, action } = answered();
    const other = open(plan, 2, [], Y.encodeStateAsUpdate(section.doc));
    const outcome = section.edit((draft) => {
      draft.actions.byId(action).need = draft.needs.add({ title: 'School' });
    });
    other.edit((draft) => void (draft.actions.byId(action).need = draft.needs.add({ title: 'Money' })));
    send(other, section);
    send(section, other);
    const words = () => section.questions()[0]?.claims.map((claim) => claim.words);
    const before = words();
    section.edit((draft) => {
      draft.needs.byId('plan1x3').title = 'Nursery';
      draft.needs.byId('plan2x1').strike('x');
    });

    expect(outcome).toMatchObject({
      changes: expect.arrayContaining([expect.objectContaining({ path: 'actions.need', words: 'School' })]) as unknown,
    });
    expect(before).toEqual(['School', 'Money']);
    expect(words()).toEqual(['Nursery', 'something that is not shown here']);
    expect(JSON.stringify([section.questions()[0]?.label, section.questions()[0]?.standingWords])).not.toContain(need);
  });

  test('[R31] [R121] a view made step by step shows the references that one made from the document does', () => {
    const step = fc.record({
      type: fc.constantFrom('need', 'action', 'refer', 'refer', 'among', 'strike', 'strike', 'restore', 'send'),
      by: fc.nat({ max: 1 }),
      row: fc.nat({ max: 2 }),
      to: fc.nat({ max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30, size: 'max' }), (steps) => {
        const first = answered().section;
        const devices = [first, open(plan, 2, [], Y.encodeStateAsUpdate(first.doc))];
        const ever = new Set<string>();
        for (const { type, by, row, to } of steps) {
          const section = devices[by] ?? first;
          const view = section.view();
          const need = view.needs[to % Math.max(1, view.needs.length)]?.id;
          const action = view.actions[row % Math.max(1, view.actions.length)]?.id;
          section.edit((draft) => {
            if (type === 'need') ever.add(draft.needs.add({ title: 'x' }));
            if (type === 'action') draft.actions.add({ what: 'x' });
            if (type === 'refer' && action !== undefined && need !== undefined) draft.actions.byId(action).need = need;
            if (type === 'refer' && need !== undefined) draft.firstNeed = need;
            if (type === 'among' && action !== undefined) draft.actions.byId(action).after.add(action);
            if (type === 'strike' && need !== undefined) draft.needs.byId(need).strike('x');
            const gone = [...ever].find((id) => draft.needs.has(id) && view.needs.byId(id) === undefined);
            if (type === 'restore' && gone !== undefined) draft.needs.byId(gone).restore();
          });
          if (type === 'send') send(section, devices[1 - by] ?? first);
          for (const each of devices) expect(each.view()).toEqual(readSection(plan, each.doc));
        }
      }),
    );
  });
});

describe('across sections', () => {
  /** A member of a team, and a plan beside it. */
  function together() {
    const members = open(team, 1);
    const section = open(plan, 1, [members]);
    const outcome = editSections([members, section], ([teamDraft, draft]) => {
      const member = teamDraft.members.add({ name: 'Asha' });
      return { member, action: draft.actions.add({ what: 'Call', owner: member, owners: [member] }) };
    });
    if (outcome.type !== 'edited') throw new Error(JSON.stringify(outcome));
    return { members, section, ...outcome.result };
  }

  test('[R121] a target in a section that this reader does not have is absent, and shows where they have it', () => {
    const { section, member } = together();
    const state = Y.encodeStateAsUpdate(section.doc);

    expect(section.view().actions).toMatchObject([{ owner: member, owners: [member] }]);
    expect(open(plan, 2, [], state).view().actions).toMatchObject([{ owner: null, owners: [] }]);
    expect(readSection(plan, section.doc).actions).toMatchObject([{ owner: null, owners: [] }]);
  });

  test('[R121] it follows the other section, and tells who listens', () => {
    const { members, section, member } = together();
    const heard: unknown[] = [];
    const stop = section.subscribe(() => heard.push(section.view().actions[0]?.owner));

    members.edit((draft) => draft.members.byId(member).strike('left'));
    members.edit((draft) => draft.members.add({ name: 'Bea' }));
    members.edit((draft) => draft.members.byId(member).restore());
    stop();
    members.edit((draft) => draft.members.byId(member).strike('left'));

    expect(heard).toEqual([null, member]);
    expect(section.view().actions[0]?.owners).toEqual([]);
  });

  test('[R122] a reference is checked against an open section, and not against one that nobody here can see', () => {
    const { section, action } = together();
    const alone = open(plan, 2, [], Y.encodeStateAsUpdate(section.doc));
    const refer = (of: typeof section) => of.edit((draft) => void (draft.actions.byId(action).owner = 'nobody'));

    expect(refer(section)).toMatchObject({ refusals: [{ code: 'no-such-row', path: 'actions.owner' }] });
    expect(refer(alone).type).toBe('edited');
  });

  test('[R123] a question names a target of another section as that section does', () => {
    const { members, section, action } = together();
    const other = open(plan, 2, [members], Y.encodeStateAsUpdate(section.doc));
    const bea = members.edit((draft) => draft.members.add({ name: 'Bea' }));
    const cem = members.edit((draft) => draft.members.add({ name: 'Cem' }));
    if (bea.type !== 'edited' || cem.type !== 'edited') throw new Error('expected members');
    section.edit((draft) => void (draft.actions.byId(action).owner = bea.result));
    other.edit((draft) => void (draft.actions.byId(action).owner = cem.result));
    send(other, section);
    const words = () => section.questions()[0]?.claims.map((claim) => claim.words);
    const before = words();
    members.edit((draft) => void (draft.members.byId(cem.result).name = 'Cem B'));

    expect([before, words()]).toEqual([
      ['Bea', 'Cem'],
      ['Bea', 'Cem B'],
    ]);
  });
});

describe('declaring', () => {
  test('[R124] a reference to rows that are not declared does not compile, and is refused when declared', () => {
    const define = (): unknown =>
      defineSection({
        name: 'x',
        version: 1,
        oldestWriter: 1,
        // @ts-expect-error there are no such rows
        fields: { need: ref('neds'), needs: collection({ title: register(z.string()) }) },
      });
    // @ts-expect-error the team has no such rows
    const across = (): unknown => ref(team, 'nobody');
    const inRows = (): unknown =>
      defineSection({
        name: 'x',
        version: 1,
        oldestWriter: 1,
        fields: {
          // @ts-expect-error there are no such rows
          needs: collection({ title: register(z.string()), after: setOf(ref('need')) }),
        },
      });

    expect(define).toThrow('need: it refers to neds, and x has no collection or log of that name.');
    expect(across).toThrow('nobody: team has no collection or log of that name.');
    expect(inRows).toThrow('needs.after: it refers to need, and x has no collection or log of that name.');
  });
});
