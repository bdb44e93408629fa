import {
  collection,
  defineSection,
  extendSection,
  isUsableAs,
  log,
  register,
  type SectionSchema,
  setOf,
} from '@caseweave/record';
import { expect, test } from 'vitest';
import { z } from 'zod';

/** What another package may write beside `~standard`: a closed list of codes. */
const tagged = <Schema extends object>(schema: Schema, holds: string): Schema & { readonly holds: string } =>
  Object.assign(schema, { holds });

const colour = tagged(z.enum(['red', 'blue']), 'colour');
const anyColour = tagged(colour.optional(), 'colour');
const day = tagged(z.iso.date(), 'day');

const fields = {
  paint: register(colour),
  paints: setOf(colour),
  rooms: collection({ paint: register(anyColour), paints: setOf(colour) }),
  visits: log({ on: register(day), paint: register(anyColour), paints: setOf(colour) }),
};
const house = defineSection({ name: 'house', version: 1, oldestWriter: 1, fields });
const holdsOf = ({ schema }: { readonly schema: object }): unknown => ('holds' in schema ? schema.holds : undefined);

test('[R85] a validator is kept as it was handed in, and what is written beside it can be read back', () => {
  const { paint, paints, rooms, visits } = house.fields;

  expect([paint.schema, paints.schema, rooms.fields.paint.schema, rooms.fields.paints.schema]).toEqual([
    colour,
    colour,
    anyColour,
    colour,
  ]);
  for (const [kept, given] of [
    [paint.schema, colour],
    [paints.schema, colour],
    [rooms.fields.paint.schema, anyColour],
    [rooms.fields.paints.schema, colour],
    [visits.fields.on.schema, day],
    [visits.fields.paint.schema, anyColour],
    [visits.fields.paints.schema, colour],
  ]) {
    expect(kept).toBe(given);
  }
  expect([paint, visits.fields.on, rooms.fields.paint].map(holdsOf)).toEqual(['colour', 'day', 'colour']);
});

test('[R85] an extended section keeps the validators of what it extends, and its own', () => {
  const more = extendSection(house, {
    name: 'ours',
    version: 1,
    oldestWriter: 1,
    rows: { rooms: { seen: register(day) } },
  });
  const ofRooms: SectionSchema['fields'][string] = more.fields.rooms;

  expect(more.fields.paint.schema).toBe(colour);
  expect(
    ofRooms.kind === 'collection' && Object.values(ofRooms.fields).map((field) => 'schema' in field && field.schema),
  ).toEqual([anyColour, colour, day]);
});

test('[R87] a section can be used by its own schema and by what that extends, and by no other of its name', () => {
  const twin = defineSection({ name: 'house', version: 1, oldestWriter: 1, fields });
  const more = extendSection(house, { name: 'ours', version: 1, oldestWriter: 1, fields: { seen: register(day) } });
  const most = extendSection(more, { name: 'theirs', version: 1, oldestWriter: 1, fields: { heard: register(day) } });

  expect([isUsableAs(house, house), isUsableAs(more, house), isUsableAs(most, house)]).toEqual([true, true, true]);
  expect([isUsableAs(house, twin), isUsableAs(house, more), isUsableAs(more, twin)]).toEqual([false, false, false]);
});
