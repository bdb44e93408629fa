import {
  authorityInMemory,
  begunBy,
  COMMON_REFUSALS,
  commandJson,
  defineModel,
  judgeCommand,
  parseCommand,
  peopleOf,
  type Command,
  type DecisionRefusal,
} from '@caseweave/model';
import type { Json } from '@caseweave/record';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directory, id, one } from './directory.ts';
import { declaration, homes, shutOut } from './models/homes.ts';

const order = { type: 'order-job', version: 2, record: id(1), job: id(2), firm: 'brook', speed: 'now' };

const read = (json: unknown): Command => {
  const parsed = parseCommand(homes, json);
  if (parsed.type === 'refused') throw new Error(JSON.stringify(parsed.refusal));
  return parsed.command;
};
const refused = (json: unknown): DecisionRefusal | null => {
  const parsed = parseCommand(homes, json);
  return parsed.type === 'refused' ? parsed.refusal : null;
};

describe('reading', () => {
  test('[M30] a command says its decision, its record and its form', () => {
    expect(read(order)).toMatchObject({
      decision: { name: 'order-job' },
      record: id(1),
      form: { job: id(2), firm: 'brook', speed: 'now' },
      sections: [],
    });
    expect(refused({ ...order, colour: 'red' })?.code).toBe('malformed');
    const prototype = `${JSON.stringify(order).slice(0, -1)},"__proto__":{"colour":"red"}}`;
    expect(refused(JSON.parse(prototype) as Json)?.code).toBe('malformed');
    expect(refused({ ...order, type: 'paint' })?.stands).toBe('type: is no decision that is known here');
    expect(refused({ ...order, record: 'h1' })?.stands).toBe('record: is not 22 characters of a random id');
  });

  test('[M30] whatever JSON is given, reading answers', () => {
    const hostile = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          type: fc.oneof(fc.constantFrom(...homes.decisions.keys(), '__proto__', 'constructor'), fc.jsonValue()),
          version: fc.oneof(fc.constantFrom(1, 2, 3, -1, 1.5), fc.jsonValue()),
          record: fc.oneof(fc.constant(id(1)), fc.jsonValue()),
          sections: fc.oneof(
            fc.array(fc.record({ record: fc.constant(id(2)), name: fc.string(), section: fc.constant(id(3)) })),
            fc.jsonValue(),
          ),
          form: fc.jsonValue(),
          job: fc.oneof(fc.constant(id(2)), fc.jsonValue()),
          firm: fc.jsonValue(),
          who: fc.jsonValue(),
          tenants: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(hostile, (json) => {
        expect(['command', 'refused']).toContain(parseCommand(homes, json).type);
      }),
      { numRuns: 300 },
    );
  });

  test('[M31] a refusal repeats nothing that was given', () => {
    const secret = 'f3cr3t';
    const given: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 2 },
        fc.constant(secret),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom(secret, `${secret}2`, 'who', 'job'), tie('value'), { maxKeys: 2 }),
      ),
    })).value;
    const forms = fc.record({
      type: fc.oneof(fc.constantFrom(...homes.decisions.keys()), fc.constant(secret)),
      record: fc.oneof(fc.constant(id(1)), fc.constant(secret)),
      tenants: given,
      who: given,
      until: given,
      job: given,
      firm: fc.array(given),
      [secret]: given,
      sections: given,
    });
    fc.assert(
      fc.property(forms, (json) => {
        expect(JSON.stringify(refused(json))).not.toContain(secret);
      }),
      { numRuns: 300 },
    );
  });

  test('[M31] where it is wrong, and what belongs there, is said', () => {
    const says = (json: unknown): string | null | undefined => refused(json)?.stands;

    expect(says({ ...order, speed: 'soon' })).toBe('speed: is not a code of speeds');
    expect(says({ ...order, colour: 'red' })).toBe('the form: is not a group of job, firm, speed');
    expect(says({ type: 'let-home', record: id(1), tenants: ['tim', 7] })).toBe(
      'tenants.1: is not somebody who signs in',
    );
    expect(says({ type: 'help', record: id(1), who: 'tim', until: 'soon' })).toBe(
      'until: is not a moment, in milliseconds since 1970',
    );
    expect(says(null)).toBe('the command: is no object');
  });

  test('[M32] a form of an older version is brought up first, and one of a newer is refused', () => {
    expect(read({ type: 'order-job', record: id(1), job: id(2), firm: 'brook' }).form).toEqual({
      job: id(2),
      firm: 'brook',
      speed: 'later',
    });
    expect(refused({ ...order, version: 3, speed: { far: 'ahead' } })).toEqual({
      code: 'newer',
      words: COMMON_REFUSALS.newer,
      stands: null,
    });
    expect(refused({ ...order, version: 1, speed: undefined, job: 7 })?.code).toBe('malformed');
  });

  test('[M33] what does not fit together is refused', () => {
    const section = { record: id(2), name: 'job.plan', section: id(9) };
    const says = (more: object): string | null | undefined => refused({ ...order, ...more })?.stands;

    expect(says({ sections: [section] })).toBeUndefined();
    expect(says({ job: id(1) })).toBe('the form: names a record twice');
    expect(says({ job: 'j' })).toBe('the form: begins a record by what is no random id');
    expect(says({ sections: [{ ...section, record: id(1) }] })).toBe(
      'sections: has one of a record that it does not begin',
    );
    expect(says({ sections: [{ ...section, name: 'home.place' }] })).toBe('sections: has one that no such record has');
    expect(says({ sections: [section, { ...section, section: id(8) }] })).toBe('sections: has one twice');
    expect(says({ sections: [{ ...section, section: id(2) }] })).toBe('sections: uses an id twice');
  });

  test('[M34] a command is written as JSON that is read as the same', () => {
    const sections = [{ record: id(2), name: 'job.plan', section: id(9) }];
    const json = { ...order, sections };

    expect(commandJson(read(json))).toEqual(json);
    expect(read(JSON.parse(JSON.stringify(commandJson(read(json)))))).toEqual(read(json));
    expect(commandJson(read(order))).toEqual({ ...order, sections: [] });
    expect(commandJson(read({ type: 'end', record: id(2), at: 5 }))).toEqual({ type: 'end', record: id(2), at: 5 });
  });

  test('[M35] whom and what it begins follow from the command', () => {
    expect(peopleOf(read({ type: 'let-home', record: id(1), tenants: ['tim', 'tess', 'tim'] }))).toEqual([
      'tim',
      'tess',
    ]);
    expect(peopleOf(read(order))).toEqual([]);
    expect([...begunBy(read(order))]).toEqual([[id(2), 'job']]);
    expect([...begunBy(read({ type: 'take-job', record: id(3), home: id(1) }))]).toEqual([[id(3), 'job']]);
  });
});

/** A home that asha lets to tim, with a job in it that finn's firm has. */
const settled = (model = homes) => {
  const authority = authorityInMemory(model, directory);
  const decide = (who: string | null, json: Json, at = 10): string => {
    const decided = authority.decide(who, json, at);
    return decided.type === 'decided' ? 'decided' : decided.refusal.code;
  };
  decide('asha', { type: 'let-home', record: id(1), tenants: ['tim'] }, 1);
  decide('tim', order, 2);
  return { ...authority, authority, decide };
};

describe('judging', () => {
  test('[M40] what is forbidden is answered like what does not exist', () => {
    const { decide, authority } = settled();
    const shut = (record: string) => ({ type: 'shut-out', record, who: 'tess' });

    expect([decide('tim', shut(id(1))), decide('tim', shut(id(77))), decide('asha', shut(id(2)))]).toEqual([
      'not-allowed',
      'not-allowed',
      'not-allowed',
    ]);
    expect(authority.decide('tim', shut(id(1)), 3)).toEqual(authority.decide('tim', shut(id(77)), 3));
    // Wrong in every way: nothing is told but that.
    expect(decide('tess', { ...order, firm: 'no-such', job: id(2) })).toBe('not-allowed');
    // A record that the form names: none, of another kind, and the right one.
    expect(decide('ada', { type: 'take-job', record: id(5), home: id(66) })).toBe('not-allowed');
    expect(decide('ada', { type: 'take-job', record: id(5), home: id(2) })).toBe('not-allowed');
    expect(decide('ada', { type: 'take-job', record: id(5), home: id(1) })).toBe('decided');
  });

  test('[M22, M40] whoever a record is closed to decides nothing about it', () => {
    const { decide } = settled();

    expect(decide('tim', { ...order, job: id(4) })).toBe('decided');
    expect(decide('asha', { type: 'shut-out', record: id(1), who: 'tim' })).toBe('decided');
    expect(decide('tim', { ...order, job: id(5) })).toBe('not-allowed');
  });

  test('[M41] a check refuses with its words and what stands', () => {
    const { authority } = settled();
    const until = (at: number) => ({ type: 'help', record: id(2), who: 'tess', until: at });

    expect(authority.decide('finn', until(5), 9)).toEqual({
      type: 'refused',
      refusal: { code: 'past', words: 'That is over already. Choose a later end.', stands: null },
    });
    expect(authority.decide('finn', until(20), 9).type).toBe('decided');
    expect(authority.decide('finn', until(5), 9)).toMatchObject({ refusal: { code: 'past', stands: '1 help.' } });
  });

  test('[M41] check is asked once, and not of whoever may not decide', () => {
    let asked = 0;
    const counted = declaration.decisions.map((one) =>
      one.name === 'shut-out'
        ? { ...shutOut, check: (...on: Parameters<typeof shutOut.check>) => ((asked += 1), shutOut.check(...on)) }
        : one,
    );
    const authority = authorityInMemory(defineModel({ ...declaration, decisions: counted }), directory);
    authority.decide('asha', { type: 'let-home', record: id(1), tenants: ['tim'] }, 1);

    expect(authority.decide('tim', { type: 'shut-out', record: id(1), who: 'tess' }, 2).type).toBe('refused');
    expect(asked).toBe(0);
    expect(authority.decide('asha', { type: 'shut-out', record: id(1), who: 'tess' }, 3).type).toBe('decided');
    expect(asked).toBe(1);
  });

  test('[M41] a model says in words of its own what every decision may be refused with', () => {
    const model = defineModel({ ...declaration, refusals: { 'not-allowed': 'Ask the landlord.' } });
    const authority = authorityInMemory(model, directory);

    expect(authority.decide('tim', { type: 'shut-out', record: id(1), who: 'tess' }, 1)).toEqual({
      type: 'refused',
      refusal: { code: 'not-allowed', words: 'Ask the landlord.', stands: null },
    });
  });

  test('[M42] it is overtaken by those that it names, and by no others', () => {
    const { authority } = settled();
    const judged = (json: unknown, since: readonly unknown[], at = 9): string | undefined => {
      const command = read(json);
      const { known, names, states } = authority;
      const judging = { who: one('finn').who, state: states.get(command.record), at, known, names };
      return judgeCommand(homes, command, { ...judging, since: since.map(read) })?.code;
    };
    const help = { type: 'help', record: id(2), who: 'tess' };
    const ends = { type: 'end', record: id(2), at: 50 };

    expect(judged(help, [])).toBeUndefined();
    expect(judged(help, [{ ...help, who: 'tim' }])).toBeUndefined();
    expect(judged(help, [help])).toBe('overtaken');
    expect(judged(help, [{ ...help, who: 'tim' }, ends])).toBe('overtaken');
    expect(judged(ends, [ends, help])).toBeUndefined();
    expect(judged({ ...help, until: 3 }, [ends])).toBe('past');
  });

  test('[M48] an id that is nobody’s is refused, also where the check does not look at it', () => {
    const { authority, decide } = settled();

    expect(authority.decide('asha', { type: 'shut-out', record: id(1), who: 'tes' }, 9)).toEqual({
      type: 'refused',
      refusal: { code: 'no-such-id', words: COMMON_REFUSALS['no-such-id'], stands: null },
    });
    expect(decide('asha', { type: 'shut-out', record: id(1), who: 'tess' })).toBe('decided');
    // Where it is not known who there was, whoever is known is somebody.
    const { known, names, states } = authority;
    const shut = read({ type: 'shut-out', record: id(1), who: 'gone' });
    const judging = { who: one('asha').who, state: states.get(id(1)), at: 9, known, names, since: [] };
    expect(judgeCommand(homes, shut, { ...judging, isSomebody: () => true })).toBeNull();
  });

  test('[M43] what begins takes no id that is in use', () => {
    const { decide } = settled();

    expect(decide('asha', { type: 'let-home', record: id(1), tenants: [] })).toBe('id-taken');
    expect(decide('finn', { type: 'let-home', record: id(1), tenants: [] })).toBe('not-allowed');
    expect(decide('asha', order)).toBe('id-taken');
  });

  test('[M44] a section is proposed only where the record that begins has it', () => {
    const { decide } = settled();
    const notes = (name: string) => ({ ...order, job: id(4), sections: [{ record: id(4), name, section: id(9) }] });

    expect(decide('asha', notes('job.notes.ashdown'))).toBe('malformed');
    expect(decide('asha', notes('job.notes.brook'))).toBe('decided');
  });

  test('[M45] whoever runs the authority is asked for no right, and for all else', () => {
    const { decide } = settled();

    expect(decide(null, { type: 'shut-out', record: id(1), who: 'tim' })).toBe('decided');
    expect(decide(null, { type: 'shut-out', record: id(1), who: 'tim' })).toBe('already');
    expect(decide(null, { type: 'shut-out', record: id(77), who: 'tim' })).toBe('not-allowed');
    expect(decide(null, { ...order, job: id(4), firm: 'no-such' })).toBe('no-such-firm');
  });

  test('[M45] what is the authority’s alone nobody decides who signs in', () => {
    const theirs = (name: string): boolean => name === 'shut-out' || name === 'let-home';
    const decisions = declaration.decisions.map((one) =>
      theirs(one.name) ? { ...one, byAuthority: true as const } : one,
    );
    const authority = authorityInMemory(defineModel({ ...declaration, decisions }), directory);
    const letting = { type: 'let-home', record: id(1), tenants: ['tim'] };
    const shutting = { type: 'shut-out', record: id(1), who: 'tim' };

    expect(authority.decide('asha', letting, 1)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(authority.decide(null, letting, 1).type).toBe('decided');
    expect(authority.decide('asha', shutting, 1)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(authority.decide(null, shutting, 1).type).toBe('decided');
  });

  test('[M45] what is the authority’s alone nobody who signs in decides, though its may allowed it', () => {
    const theirs = defineModel({
      ...declaration,
      decisions: declaration.decisions.map((decision) =>
        decision.name === 'shut-out' ? { ...decision, byAuthority: true as const, may: () => true } : decision,
      ),
    });
    const authority = settled(theirs);

    expect(authority.decide('asha', { type: 'shut-out', record: id(1), who: 'tim' })).toBe('not-allowed');
    expect(authority.decide(null, { type: 'shut-out', record: id(1), who: 'tim' })).toBe('decided');
  });
});
