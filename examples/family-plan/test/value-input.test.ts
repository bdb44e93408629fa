import { earlyHelp, scales } from '@caseweave/family';
import {
  coded,
  day,
  line,
  listOf,
  moment,
  number,
  passage,
  recordOf,
  truth,
  unit,
  who,
  whoOrRecord,
} from '@caseweave/model';
import { ref, register, setOf } from '@caseweave/record';
import { expect, test } from 'vitest';
import { inputOfField, type Around } from '../src/values/value-input.ts';

const tobi = { value: 'p1', words: 'Tobi' };
const asha = { value: 'u1', words: 'Asha' };
const around: Around = {
  people: { team: [asha], people: [tobi], owners: [asha, tobi] },
  rows: (name) => [{ value: 'r1', words: `a row of ${name}` }],
};
const inputOf = (schema: Parameters<typeof register>[0]) => {
  const input = inputOfField(register(schema), around);
  if (input === null) throw new Error('It has no input.');
  return input;
};

test('each kind of value is said, and typed, as what it is', () => {
  expect(inputOf(day()).say('2026-12-01')).toBe('1 December 2026');
  expect(inputOf(day()).control).toEqual({ type: 'day' });
  expect(inputOf(coded(scales)).say('rag')).toBe(scales.labelOf('rag'));
  expect(inputOf(truth()).say(false)).toBe('No');
  expect([inputOf(truth()).valueOf('true'), inputOf(truth()).valueOf('false')]).toEqual([true, false]);
  expect(inputOf(number({ least: 0, most: 10 })).control).toEqual({
    type: 'number',
    least: 0,
    most: 10,
    isWhole: false,
  });
  expect([inputOf(number({ least: 0, most: 9 })).valueOf('7'), inputOf(line()).valueOf('7')]).toEqual([7, '7']);
  expect([inputOf(line()).control, inputOf(passage()).control]).toEqual([{ type: 'line' }, { type: 'passage' }]);
  expect([inputOf(moment()).control, inputOf(unit('hub')).control]).toEqual([null, null]);
  expect(inputOf(listOf(day(), { most: 2 })).say(['2026-12-01', '2026-12-02'])).toBe(
    '1 December 2026 and 2 December 2026',
  );
});

test('whom and what a value names is chosen and said by name', () => {
  const choices = (schema: Parameters<typeof register>[0]) => {
    const { control } = inputOf(schema);
    return control?.type === 'choice' ? control.choices : [];
  };
  expect([choices(who()), choices(recordOf('person')), choices(whoOrRecord('person'))]).toEqual([
    [asha],
    [tobi],
    [asha, tobi],
  ]);
  expect(inputOf(who()).say('gone')).toBe('somebody else');
  expect(inputOfField(ref('rooms'), around)?.say('r1')).toBe('a row of rooms');
  expect(inputOfField(setOf(who()), around)?.isSet).toBe(true);
});

test('every value of the model has an input, or is shown only and says what it is', () => {
  const shownOnly = earlyHelp.parts.flatMap((part) =>
    Object.entries((part.type === 'section' ? part.schema : part.schemaOf('a')).fields).flatMap(([name, field]) =>
      Object.entries('fields' in field ? field.fields : { [name]: field }).flatMap(([member, inner]) => {
        const input = inputOfField(inner, around);
        return input !== null && input.control === null ? [member] : [];
      }),
    ),
  );

  expect(shownOnly).toEqual(['attendance']);
});
