import { defineModel, higher, kind, type Level, levels, lower, readRights, sectionOf } from '@caseweave/model';
import type { Cell, RightsRow } from '@caseweave/model';
import { defineSection } from '@caseweave/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';

type Name = 'a' | 'b' | 'c';
const names: readonly Name[] = ['a', 'b', 'c'];
const each = <Of>(of: fc.Arbitrary<Of>): fc.Arbitrary<Record<Name, Of>> => fc.record({ a: of, b: of, c: of });

const aCell: fc.Arbitrary<Cell<Name>> = fc.oneof(
  fc.constantFrom(...levels),
  fc.record({ level: fc.constantFrom(...levels), when: fc.constantFrom(...names) }),
);
/** What the model's code answers; it may throw. */
type Answer<Given> = () => Given;
const fails = (): never => {
  throw new Error('broken');
};
const aHolds: fc.Arbitrary<Answer<boolean>> = fc.constantFrom(
  () => true,
  () => false,
  fails,
);
const anAllows: fc.Arbitrary<Answer<boolean | Level>> = fc.constantFrom(
  () => true,
  () => false,
  ...levels.map((level) => () => level),
  () => 'all' as Level,
  fails,
);
const aSits: fc.Arbitrary<Answer<Name | undefined> | undefined> = fc.constantFrom(
  undefined,
  ...names.map((name) => () => name),
  () => undefined,
  fails,
);
const aBox = fc.record({
  row: each(aCell).filter((row) => names.some((name) => mostOf(row[name]) === 'write')),
  always: fc.option(fc.constantFrom(...names)),
  holds: each(aHolds),
  allows: each(anAllows),
  sits: each(aSits),
});
type Box = typeof aBox extends fc.Arbitrary<infer Of> ? Of : never;

const mostOf = (cell: Cell): Level => (typeof cell === 'string' ? cell : cell.level);

function modelOf({ row, always, holds, allows, sits }: Box) {
  const who = z.object({ id: z.string() });
  const condition = (name: Name) => {
    const { [name]: seatsIn } = sits;
    return { says: `it is ${name}`, allows: allows[name], ...(seatsIn !== undefined && { sits: seatsIn }) };
  };
  const box = kind('box', {
    title: 'Box',
    about: 'A box.',
    who,
    facts: { schema: z.object({}), version: 1 },
    seats: {
      a: { says: 'sits in a', holds: holds.a },
      b: { says: 'sits in b', holds: holds.b },
      c: { says: 'sits in c', holds: holds.c },
    },
    conditions: { a: condition('a'), b: condition('b'), c: condition('c') },
    barred: () => false,
    index: { keys: () => ['is:all'], moments: () => [], links: () => [], people: () => [] },
    seen: { facts: () => ({}), who: () => true, decided: () => ({}), pending: () => ({}) },
  });
  const schema = defineSection({ name: 'box.lid', version: 1, oldestWriter: 1, fields: {} });
  const about = 'What is on the lid.';
  const lid = sectionOf(box, schema, {
    title: 'Lid',
    about,
    rights: row,
    ...(always !== null && { always }),
  });
  const keys = () => ['is:all'];
  const whoever = { schema: who, keys, organisation: null };
  return defineModel({
    name: 'boxes',
    version: 1,
    title: 'Boxes',
    who: whoever,
    kinds: [box],
    sections: [lid],
    decisions: [],
  });
}

const levelIn = (model: ReturnType<typeof modelOf>): Level => {
  const state = { record: 'b', kind: 'box', facts: {}, linkedFrom: [] };
  const { read, append, write } = model.acts({ id: 'x' }, 'box.lid', state, 0);
  return write ? 'write' : append ? 'append' : read ? 'read' : 'none';
};

const answered = <Given>(answer: Answer<Given>): Given | undefined => {
  try {
    return answer();
  } catch {
    return undefined;
  }
};

/** The rules as they are said, one after the other. */
function expectedIn({ row, always, holds, allows, sits }: Box): Level {
  const allowed = (name: Name): Level => {
    const answer = answered(allows[name]);
    return answer === true ? 'write' : (levels.find((level) => level === answer) ?? 'none');
  };
  const inSeat = (name: Name, when: Name | undefined): boolean => {
    const held = answered(holds[name]);
    if (held !== false) return held === true;
    const seatsIn = when === undefined ? undefined : sits[when];
    return seatsIn !== undefined && answered(seatsIn) === name;
  };
  const most = names
    .map((name): Level => {
      const cell = row[name];
      const when = typeof cell === 'string' ? undefined : cell.when;
      if (!inSeat(name, when)) return 'none';
      return when === undefined ? mostOf(cell) : lower(mostOf(cell), allowed(when));
    })
    .reduce(higher);
  return always === null ? most : lower(most, allowed(always));
}

test('[M21] [M23] [M24] what somebody may do is the highest of their cells, each as its condition allows', () => {
  fc.assert(
    fc.property(aBox, (box) => {
      expect(levelIn(modelOf(box))).toBe(expectedIn(box));
    }),
    { numRuns: 1_000 },
  );
});

test('[M26] whatever table of an authority is taken, and whatever its conditions answer, nobody may do more', () => {
  const rows: fc.Arbitrary<Partial<RightsRow<Name, Name>>> = fc.record(
    { a: aCell, b: aCell, c: aCell },
    { requiredKeys: [] },
  );
  let taken = 0;
  fc.assert(
    fc.property(aBox, rows, (box, narrower) => {
      const model = modelOf(box);
      const read = readRights(model, { 'box.lid': narrower });
      if (read.type === 'refused') return;
      taken += 1;
      const after = levelIn(model.with({ rights: read.rights }));
      expect(lower(levelIn(model), after)).toBe(after);
    }),
    { numRuns: 3_000 },
  );
  expect(taken).toBeGreaterThan(100);
});
