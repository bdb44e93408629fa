import fc from 'fast-check';
import type { PlanSection } from '../fixtures.ts';
import type { Edit, Fact } from './history.ts';
import type { Device, Network } from './network.ts';

/** Something that happens: somebody edits, or something is passed on. Values are few, so that people collide. */
export type Act =
  | {
      readonly type: 'deliver';
      readonly from: number;
      readonly to: number;
      readonly count: number;
      readonly grouping: 'each' | 'transaction' | 'merged';
    }
  | { readonly type: 'repeat'; readonly to: number; readonly nth: number }
  | { readonly type: 'reload' | 'open-form'; readonly by: number }
  | { readonly type: 'add-need' | 'settle'; readonly by: number }
  | { readonly type: 'name'; readonly by: number; readonly value: string | null; readonly onForm: boolean }
  | { readonly type: 'stage'; readonly by: number; readonly value: Stage; readonly onForm: boolean }
  | {
      readonly type: 'language';
      readonly by: number;
      readonly value: string;
      readonly verb: 'add' | 'delete';
      readonly onForm: boolean;
    }
  | {
      readonly type: 'level';
      readonly by: number;
      readonly row: number;
      readonly value: number | null;
      readonly onForm: boolean;
    }
  | { readonly type: 'type' | 'strike'; readonly by: number; readonly row: number; readonly onForm: boolean }
  | { readonly type: 'restore'; readonly by: number; readonly row: number };

type Stage = 'assessment' | 'plan' | 'closed' | 'stepped_up';

// Two of three act most of the time, so that they meet.
const who = fc.constantFrom(0, 0, 1, 1, 2);
const onForm = fc.boolean();
const row = fc.nat({ max: 1 });
const is = <Type extends string>(type: Type): fc.Arbitrary<Type> => fc.constant(type);

/** One thing that happens. */
export const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: is('deliver'),
      from: who,
      to: who,
      count: fc.integer({ min: 1, max: 9 }),
      grouping: fc.constantFrom('each' as const, 'transaction' as const, 'merged' as const),
    }),
  },
  fc.record({ type: is('repeat'), to: who, nth: fc.nat({ max: 9 }) }),
  fc.record({ type: is('reload'), by: who }),
  { weight: 4, arbitrary: fc.record({ type: is('open-form'), by: who }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('add-need' as const, 'settle' as const), by: who }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: is('name'), by: who, value: fc.constantFrom('Abebe', 'Okoro', null), onForm }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: is('stage'),
      by: who,
      value: fc.constantFrom('assessment' as const, 'plan' as const, 'closed' as const, 'stepped_up' as const),
      onForm,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: is('language'),
      by: who,
      value: fc.constantFrom('Twi', 'Welsh'),
      verb: fc.constantFrom('add' as const, 'delete' as const),
      onForm,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: is('level'), by: who, row, value: fc.constantFrom(1, 2, 3, null), onForm }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constantFrom('type' as const, 'strike' as const), by: who, row, onForm }),
  },
  fc.record({ type: is('restore'), by: who, row }),
);

/** Lets it happen, to the devices and to the model. Gives the device that it happened to. */
export function happen(network: Network, done: Act): Device {
  switch (done.type) {
    case 'deliver':
      network.deliver(network.device(done.from), network.device(done.to), done.count, done.grouping);
      return network.device(done.to);
    case 'repeat':
      network.repeat(network.device(done.to), done.nth);
      return network.device(done.to);
    case 'reload':
      network.device(done.by).reload();
      return network.device(done.by);
    case 'open-form': {
      const device = network.device(done.by);
      device.form = { view: device.replica.section.view(), known: new Set(device.known) };
      return device;
    }
    case 'add-need':
    case 'language':
    case 'level':
    case 'name':
    case 'restore':
    case 'settle':
    case 'stage':
    case 'strike':
    case 'type':
      edit(network, network.device(done.by), done);
      return network.device(done.by);
  }
}

type EditAct = Exclude<Act, { readonly type: 'deliver' | 'repeat' | 'reload' | 'open-form' }>;
type Draft = Parameters<Parameters<PlanSection['edit']>[0]>[0];

/** What an edit is, for the device and for the model. */
interface Intent {
  readonly change: (draft: Draft) => unknown;
  readonly facts?: readonly Omit<Fact, 'edit' | 'client'>[];
  readonly superseded?: readonly Fact[];
  readonly typed?: Edit['typed'];
}

function edit(network: Network, device: Device, done: EditAct): void {
  const form = 'onForm' in done && done.onForm ? device.form : undefined;
  const known = form?.known ?? new Set(device.known);
  const number = network.history.next;
  const intent = intend(network, device, known, done);
  if (intent === undefined) return;
  const { section, doc } = device.replica;
  const updates: Uint8Array[] = [];
  const collect = (update: Uint8Array): number => updates.push(update);
  doc.on('update', collect);
  const question = done.type === 'settle' ? section.questions()[0] : undefined;
  const outcome =
    question === undefined
      ? section.edit(intent.change, form === undefined ? {} : { basis: form.view })
      : section.settle(question.id, answerTo(question.kind, question.standing));
  doc.off('update', collect);
  // A removal of what is not there, or already gone, writes nothing; any other edit is one update.
  const facts = (intent.facts ?? []).map((fact) => ({ ...fact, edit: number, client: device.client }));
  const superseded = new Set(intent.superseded);
  const typed = intent.typed ?? [];
  if (updates.length === 0) {
    const left = [...superseded].filter((fact) =>
      network.history.standing(device.known, fact.entity, fact.field).includes(fact),
    );
    if (facts.length + typed.length + left.length > 0) throw new Error(`an edit was not written: ${outcome.type}`);
    return;
  }
  if (updates.length > 1) throw new Error('an edit is one update');
  network.history.add({ facts, superseded, known, typed });
  network.updates.push(...updates);
  device.known.add(number);
}

function intend({ history }: Network, device: Device, known: ReadonlySet<number>, done: EditAct): Intent | undefined {
  switch (done.type) {
    case 'add-need': {
      let id = '';
      const change = (draft: Draft): unknown => (id = draft.needs.add({ title: 'Sleep' }));
      return {
        change,
        get facts() {
          return [
            { entity: id, field: 'needs', value: true },
            { entity: id, field: 'needs.title', value: 'Sleep' },
          ];
        },
      };
    }
    case 'name':
      return {
        change: (draft) => (draft.fullName = done.value),
        facts: [{ entity: '', field: 'fullName', value: done.value }],
        superseded: history.standing(known, '', 'fullName'),
      };
    case 'stage':
      return {
        change: (draft) => (draft.stage = done.value),
        facts: [{ entity: '', field: 'stage', value: done.value }],
        superseded: history.standing(known, '', 'stage'),
      };
    case 'language':
      return {
        change: (draft) => draft.languages[done.verb](done.value),
        facts: done.verb === 'add' ? [{ entity: '', field: 'languages', value: done.value }] : [],
        superseded: history.standing(known, '', 'languages').filter(({ value }) => value === done.value),
      };
    case 'settle':
      return intendAnswer(device, history, known);
    case 'level':
    case 'restore':
    case 'strike':
    case 'type':
      return intendRow(device, history, known, done);
  }
}

function intendRow(
  device: Device,
  history: Network['history'],
  known: ReadonlySet<number>,
  done: Extract<EditAct, { readonly row: number }>,
): Intent | undefined {
  const ids = history.edits.flatMap(({ facts }) =>
    facts.filter(({ value }) => value === true).map(({ entity }) => entity),
  );
  const id = ids[done.row];
  // Nobody acts on a row that has not reached them, or writes in one that they see struck.
  if (id === undefined || history.status(known, id) === 'absent') return undefined;
  const hidden = history.status(known, id) === 'hidden';
  if (done.type === 'restore') {
    return { change: (draft) => draft.needs.byId(id).restore(), superseded: history.standing(known, id, '!') };
  }
  if (hidden) return undefined;
  if (done.type === 'level') {
    return {
      change: (draft) => (draft.needs.byId(id).level = done.value),
      facts: [{ entity: id, field: 'needs.level', value: done.value }],
      superseded: history.standing(known, id, 'needs.level'),
    };
  }
  if (done.type === 'strike') {
    return {
      change: (draft) => draft.needs.byId(id).strike('in error'),
      facts: [{ entity: id, field: '!', value: 'in error' }],
      superseded: history.standing(known, id, '!'),
    };
  }
  const token = `<${history.next}>`;
  const { length } = device.replica.section.text('needs.note', id);
  return {
    change: (draft) => draft.needs.byId(id).note.insert(length % 2 === 0 ? length : 0, token),
    typed: [{ entity: id, text: 'note', token }],
  };
}

function intendAnswer(
  { replica }: Device,
  history: Network['history'],
  known: ReadonlySet<number>,
): Intent | undefined {
  const [question] = replica.section.questions();
  if (question === undefined) return undefined;
  const { entity } = question;
  const field = question.kind === 'struck' ? '!' : question.path;
  return {
    change: () => undefined,
    facts: question.kind === 'struck' ? [] : [{ entity, field, value: answerTo(question.kind, question.standing) }],
    superseded: history.standing(known, entity, field),
  };
}

const answerTo = (kind: string, standing: unknown): unknown => (kind === 'struck' ? 'restore' : standing);
