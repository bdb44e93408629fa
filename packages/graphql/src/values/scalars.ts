import { GraphQLError } from 'graphql';
import type { Builder } from '../builder.ts';

const momentFormat = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const dayFormat = /^\d{4}-\d{2}-\d{2}$/;

/** Tells whether a text is a day of the calendar, such as `2026-12-01`. */
const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  dayFormat.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);

/** Declares the scalars beside those that GraphQL has. */
export function scalars(builder: Builder): void {
  builder.scalarType('Date', {
    description: 'A day of the calendar, as `2026-12-01`.',
    serialize: (value) => value,
    parseValue: (value) => {
      if (isDay(value)) return value;
      throw new GraphQLError('Write a day as year, month and day, such as 2026-12-01.');
    },
  });
  builder.scalarType('DateTime', {
    description: 'A moment in universal time, as `2026-12-01T09:30:00.000Z`.',
    serialize: (value) => value,
    parseValue: (value) => {
      if (typeof value === 'string' && momentFormat.test(value) && !Number.isNaN(Date.parse(value))) return value;
      throw new GraphQLError('Write a moment in universal time, such as 2026-12-01T09:30:00Z.');
    },
  });
  builder.scalarType('Version', {
    description: `How far the record of everything was read or written, as one opaque word. It tells no number and cannot be
compared; pass it on as it is, as \`atLeast\` or \`seen\`.`,
    serialize: (value) => value,
    parseValue: (value) => {
      if (typeof value === 'string' && value.length <= 200) return value;
      throw new GraphQLError('Pass on a version as it was given.');
    },
  });
}
