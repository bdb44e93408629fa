import { number, recordOf, valued, whoOrRecord, type Valued } from '@caseweave/model';
import type { z } from 'zod';

/** A person of the family. */
export const person = () => recordOf('person');

/** A person of the family, or somebody who works with it. */
export const anybody = () => whoOrRecord('person');

/** A score: what its scale allows is looked at, and stops nobody. */
export const score = () => number({ least: -Number.MAX_VALUE, most: Number.MAX_VALUE });

/** A member that an entry may leave out. */
export const mayBeLeftOut = <Schema extends Valued<z.ZodType>>(schema: Schema): Valued<z.ZodOptional<Schema>> =>
  valued(schema.optional(), schema.valueKind, { isOptional: true });
