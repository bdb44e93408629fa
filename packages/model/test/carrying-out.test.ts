import {
  ADOPT,
  authorityInMemory,
  carryOut,
  commandOf,
  COMMON_REFUSALS,
  defineModel,
  FaultOfModel,
  foldEntries,
  parseCommand,
  type AnyDecision,
  type Kind,
  type Command,
  type DecisionEntry,
  type FoldedEntries,
  type Model,
} from '@caseweave/model';
import type { Json } from '@caseweave/record';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directory, id } from './directory.ts';
import { declaration, help, home, homes, job, orderJob, takeJob } from './models/homes.ts';

const fails = (): never => {
  throw new Error('broken');
};

/** The homes with some declarations otherwise. */
const changed = (change: { readonly decision?: AnyDecision; readonly kind?: Kind }): Model =>
  defineModel({
    ...declaration,
    kinds: declaration.kinds.map((one): Kind => (one.name === change.kind?.name ? change.kind : one)),
    decisions: declaration.decisions.map((one): AnyDecision =>
      one.name === change.decision?.name ? change.decision : one,
    ),
  });

const letting: Json = { type: 'let-home', record: id(1), tenants: ['tim'] };
const ordering: Json = { type: 'order-job', version: 2, record: id(1), job: id(2), firm: 'brook', speed: 'now' };
const helping: Json = { type: 'help', record: id(2), who: 'tess', until: 50 };

/** A home with a job in it, and what happens when somebody is asked to help. */
const askedIn = (model: Model, last: Json = helping) => {
  const told: string[] = [];
  const authority = authorityInMemory(model.with({ report: (path) => void told.push(path) }), directory);
  authority.decide('asha', letting, 1);
  authority.decide('tim', ordering, 2);
  const before = authority.states;
  const decided = authority.decide('finn', last, 3);
  return { decided, told, isUnchanged: authority.states === before && authority.log.length === 2 };
};

const command = (json: Json, model = homes): Command => {
  const parsed = parseCommand(model, json);
  if (parsed.type === 'refused') throw new Error(JSON.stringify(parsed.refusal));
  return parsed.command;
};

describe('code of a model that fails', () => {
  test('[M46] a may that throws allows nothing, and is told', () => {
    expect(askedIn(changed({ decision: { ...help, may: fails } }))).toEqual({
      decided: { type: 'refused', refusal: homes.refusal('not-allowed') },
      told: ['decisions.help.may'],
      isUnchanged: true,
    });
  });

  test.each([
    ['a check', 'decisions.help.check', { decision: { ...help, check: fails } as AnyDecision }],
    ['a fold', 'decisions.help.fold', { decision: { ...help, fold: fails } as AnyDecision }],
    ['facts that are none', 'decisions.help.fold', { decision: { ...help, fold: () => ({ firm: 7 }) } as AnyDecision }],
    ['people', 'decisions.help.people', { decision: { ...help, people: fails } as AnyDecision }],
    ['other records', 'decisions.help.others', { decision: { ...help, others: fails } as AnyDecision }],
    ['what it begins', 'decisions.help.begins', { decision: { ...help, begins: fails } as AnyDecision }],
    [
      'a record of no kind',
      'decisions.help.begins',
      { decision: { ...help, begins: () => [{ record: id(9), kind: 'garden', facts: {} }] } as AnyDecision },
    ],
    [
      'first facts that are none',
      'decisions.help.begins',
      { decision: { ...help, begins: () => [{ record: id(9), kind: 'home', facts: {} }] } as AnyDecision },
    ],
  ] as const)('[M46] %s: the command is refused, told by name, and nothing is half done', (_what, path, change) => {
    const { decided, told, isUnchanged } = askedIn(changed(change));

    expect(decided).toEqual({
      type: 'refused',
      refusal: { code: 'failed', words: COMMON_REFUSALS.failed, stands: null },
    });
    expect(new Set(told)).toContain(path);
    expect(isUnchanged).toBe(true);
  });

  test.each([
    ['keys', { keys: () => [7 as unknown as string] }],
    ['moments', { moments: () => [0.5] }],
    ['links', { links: fails }],
    ['people', { people: fails }],
  ])('[M46] %s of what begins that fail are the fault of its kind', (name, index) => {
    const model = changed({ kind: { ...job, index: { ...job.index, ...index } } });
    const told: string[] = [];
    const authority = authorityInMemory(model.with({ report: (path) => void told.push(path) }), directory);
    authority.decide('asha', letting, 1);

    expect(authority.decide('tim', ordering, 2)).toMatchObject({ refusal: { code: 'failed' } });
    expect(told).toContain(`kinds.job.index.${name}`);
    expect(authority.states.size).toBe(1);
  });

  test('[M46] what stands and whether it is overtaken may fail too', () => {
    const stands = changed({ decision: { ...help, stands: fails } });

    expect(askedIn(stands, { ...helping, until: 1 })).toMatchObject({
      decided: { refusal: { code: 'past', stands: null } },
      told: ['decisions.help.stands'],
    });
  });

  test('[M46] carried out without having been judged, a fault says what was asked', () => {
    const model = changed({ decision: { ...help, fold: fails } });
    const state = { record: id(2), kind: 'job', facts: {}, linkedFrom: [] };

    expect(() => carryOut(model, command(helping, model), state, { who: 'finn', at: 3 })).toThrow(FaultOfModel);
    expect(() => carryOut(model, command(helping, model), state, { who: 'finn', at: 3 })).toThrow(
      'decisions.help.fold failed: broken Mend the model.',
    );
  });
});

const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
};

describe('carrying out', () => {
  test('[M50] a record that is begun beside has what links to it, and so has the one that began it', () => {
    const { state: let1 } = carryOut(homes, command(letting), undefined, { who: 'asha', at: 1 });
    const { state, begun } = carryOut(homes, command(ordering), let1, { who: 'tim', at: 2 });

    expect(begun).toEqual([
      { record: id(2), kind: 'job', facts: { home: id(1), firm: 'brook', endsAt: null, helpers: [] }, linkedFrom: [] },
    ]);
    expect(state.linkedFrom).toEqual(begun);
    expect(let1.linkedFrom).toEqual([]);
  });

  test('[M47, M50] what was judged fit is carried out, the same each time, and changes nothing that was handed in', () => {
    const authority = authorityInMemory(homes, directory);
    authority.decide('asha', letting, 1);
    authority.decide('tim', ordering, 2);
    const state = deepFreeze(authority.states.get(id(2)));
    const given = deepFreeze(command(helping));

    const twice = [1, 2].map(() => carryOut(homes, given, state, { who: 'finn', at: 3 }));
    expect(twice[0]).toEqual(twice[1]);
    expect(twice[0]?.state.facts).toMatchObject({ helpers: [{ who: 'tess', until: 50 }] });
  });
});

describe('folding entries', () => {
  const entry = (name: string, record: string, form: Json, more: Partial<DecisionEntry> = {}): DecisionEntry => ({
    name,
    version: homes.decisions.get(name)?.version ?? 1,
    record,
    form,
    who: 'asha',
    at: 5,
    ...more,
  });
  const ordered = entry('order-job', id(1), { job: id(2), firm: 'brook', speed: 'now' });
  const helped = entry('help', id(2), { who: 'tess', until: 50 });
  const fold = (entries: readonly DecisionEntry[], kind: Kind = job, record = id(2), model = homes): FoldedEntries =>
    foldEntries(model, kind, record, entries);
  const facts = (more: object): FoldedEntries => ({
    type: 'facts',
    facts: { home: id(1), firm: 'brook', endsAt: null, helpers: [], ...more },
  });
  const why = (folded: FoldedEntries): string => (folded.type === 'facts' ? 'facts' : folded.why);

  test('[M51] a record that was begun beside begins with the entry of the other', () => {
    expect(fold([ordered])).toEqual(facts({}));
    expect(fold([ordered, helped])).toEqual(facts({ helpers: [{ who: 'tess', until: 50 }] }));
    expect(fold([entry('order-job', id(1), { job: id(2), firm: 'brook' }, { version: 1 })])).toEqual(facts({}));
  });

  test('[M51] entries fold into what carrying out gave, step by step', () => {
    const authority = authorityInMemory(homes, directory);
    const steps = fc.array(
      fc.record({
        who: fc.constantFrom('asha', 'tim', 'finn', 'ada'),
        json: fc.constantFrom<Json>(
          letting,
          ordering,
          { ...(ordering as object), job: id(3), firm: 'ashdown' },
          helping,
          { ...(helping as object), until: 500, who: 'tim' },
          { type: 'end', record: id(2), at: 80 },
          { type: 'take-job', record: id(4), home: id(1) },
        ),
      }),
      { minLength: 10, maxLength: 10 },
    );
    let at = 0;
    fc.assert(
      fc.property(steps, (history) => {
        for (const { who, json } of history) authority.decide(who, json, (at += 1));
        for (const { record, kind, facts: now } of authority.states.values()) {
          const declared = homes.kinds.get(kind);
          if (declared === undefined) throw new Error(kind);
          expect(foldEntries(homes, declared, record, authority.entriesOf(record))).toEqual({
            type: 'facts',
            facts: now,
          });
        }
      }),
      { numRuns: 20 },
    );
    expect(authority.states.size).toBe(4);
  });

  test('[M52] nothing that is not understood is skipped', () => {
    const strange = entry('paint', id(2), {});

    expect(fold([ordered, strange, helped])).toEqual({
      type: 'not-understood',
      entry: strange,
      why: 'there is no such decision',
    });
    expect(why(fold([ordered, { ...helped, version: 2 }]))).toBe('its form is of a newer version');
    expect(why(fold([helped]))).toBe('nothing began the record');
    expect(why(fold([ordered, ordered]))).toBe('the record had begun');
    expect(why(fold([entry('take-job', id(2), { home: id(1) }), ordered]))).toBe('the record had begun');
    expect(why(fold([entry('let-home', id(2), { tenants: [] })]))).toBe('it is about another kind of record');
    expect(why(fold([ordered], home))).toBe('it began no such record');
    expect(why(fold([ordered], job, id(3)))).toBe('it began no such record');
    expect(why(fold([entry(ADOPT, id(2), {}, { version: 3 })]))).toBe('its facts are of a newer version');
    expect(why(fold([entry(ADOPT, id(1), {})]))).toBe('it is about another record');
    expect(why(fold([entry(ADOPT, id(2), { firm: 'brook' }, { version: 2 })]))).toBe(
      'what it leads to is not what the facts of its kind are',
    );
    expect(fold([])).toEqual({ type: 'facts', facts: null });
  });

  test('[M52] code that fails stops the fold, and is told', () => {
    const told: string[] = [];
    const model = changed({ decision: { ...help, fold: fails } });
    const folded = fold([ordered, helped], job, id(2), model.with({ report: (path) => void told.push(path) }));

    expect(folded).toEqual({ type: 'not-understood', entry: helped, why: 'its code failed: broken' });
    expect(told).toEqual(['decisions.help']);
  });

  test('[M53] an adopted record goes on from the last facts given whole, brought up to today', () => {
    const adopt = entry(ADOPT, id(2), { home: id(1), firm: 'brook', endsAt: null }, { version: 1 });

    expect(fold([adopt])).toEqual(facts({}));
    expect(fold([entry('paint', id(2), {}), adopt, helped])).toEqual(facts({ helpers: [{ who: 'tess', until: 50 }] }));
    expect(fold([adopt, helped, { ...adopt, form: { home: id(1), firm: 'ashdown', endsAt: 7 } }])).toEqual(
      facts({ firm: 'ashdown', endsAt: 7 }),
    );
  });

  test('[M55] the command of an entry has its form brought up to today, where it is known', () => {
    const told: string[] = [];
    const upgrade = { 1: fails };
    const broken = changed({ decision: { ...orderJob, upgrade } }).with({ report: (path) => void told.push(path) });
    const old = entry('order-job', id(1), { job: id(2), firm: 'brook' }, { version: 1 });

    expect(commandOf(homes, old)).toEqual(command({ ...(ordering as object), speed: 'later' }));
    expect(commandOf(homes, { ...old, version: 3 })).toBeUndefined();
    expect(commandOf(homes, { ...old, name: 'paint' })).toBeUndefined();
    expect(commandOf(broken, old)).toBeUndefined();
    expect(told).toEqual(['decisions.order-job.upgrade']);
  });

  test('[M54] the past is not judged by the rules of today', () => {
    const strict = { ...help, may: () => false, check: () => 'past', form: orderJob.form } as unknown as AnyDecision;
    const model = changed({ decision: strict });

    expect(fold([ordered, helped], job, id(2), model)).toEqual(facts({ helpers: [{ who: 'tess', until: 50 }] }));
    expect(fold([entry('take-job', id(2), { home: id(1) }, { who: 'nobody at all' })])).toEqual(
      facts({ firm: 'ashdown' }),
    );
    expect(takeJob.type).toBe('opening');
  });
});
