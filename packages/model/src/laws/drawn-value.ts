import type { Json } from '@caseweave/record';
import fc from 'fast-check';
import type { ValueKind } from '../values/value-kind.ts';

/** A value as it is drawn: what is of the moment (who, which record, when) stands as a number, until it is played. */
export type Drawn = Json;

/**
 * Values to draw where what a form says to hold does not say which ones make sense, by the decision and the path in its
 * form: `{ 'register-job.members.meter': ['M123'] }`.
 */
export type LawValues = Readonly<Record<string, readonly Json[]>>;

const words = ['pears', 'plums', 'figs and dates'];
const days = ['2026-12-01', '2026-12-03', '2027-02-28'];
const hour = 3_600_000;

/** Draws values of a kind, simple and few, so that what is decided meets. */
export function drawnValue(kind: ValueKind, path: string, values: LawValues): fc.Arbitrary<Drawn> {
  const given = values[path];
  if (given !== undefined) return fc.constantFrom(...given);
  switch (kind.type) {
    case 'code':
      return fc.constantFrom(...kind.list.codes);
    case 'day':
      return fc.constantFrom(...days);
    case 'moment':
      // So long from when it is decided; seldom before it.
      return fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: 1, max: 2_000 * hour }) },
        fc.integer({ min: -hour, max: 2 }),
      );
    case 'line':
    case 'passage':
      return fc.constantFrom(...words).map((text) => text.slice(0, kind.longest));
    case 'number':
      return kind.isWhole
        ? fc.integer({ min: kind.least, max: kind.most })
        : fc.double({ min: kind.least, max: kind.most, noNaN: true });
    case 'truth':
      return fc.boolean();
    case 'who':
    case 'record':
    case 'who-or-record':
    case 'unit':
      return fc.nat({ max: 999 });
    case 'row':
      return fc.constant('row1');
    case 'identifier':
      return fc.constantFrom('1', '2');
    case 'list':
      return fc.array(drawnValue(kind.of, path, values), { maxLength: 3 });
    case 'group':
      return drawnGroup(kind, path, values);
  }
}

function drawnGroup(
  { fields }: Extract<ValueKind, { readonly type: 'group' }>,
  path: string,
  values: LawValues,
): fc.Arbitrary<Drawn> {
  const members = Object.entries(fields).map(([name, { kind, isOptional }]) => {
    const value = drawnValue(kind, `${path}.${name}`, values);
    return [name, isOptional ? fc.option(value, { nil: null, freq: 2 }) : value] as const;
  });
  return fc.record(Object.fromEntries(members));
}
