import { type ValueKindOptions, valued } from '@caseweave/model';
import { z } from 'zod';

/** Somebody who signs in, by id. */
export const principal = (options: ValueKindOptions) =>
  valued(
    z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'is not the id of somebody who signs in'),
    { type: 'who' },
    options,
  );

/** A person, by the id of their record: one that is there, or that the device has made. */
export const personId = ({ begunWhere, ...options }: ValueKindOptions & { readonly begunWhere?: string }) =>
  valued(
    z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/, 'is not 22 characters of a random id'),
    { type: 'record', kind: 'person', ...(begunWhere !== undefined && { begunWhere }) },
    options,
  );

/** The name of a household. What is shown nowhere and what no store keeps has no place in it. */
export const household = (options: ValueKindOptions) =>
  valued(
    z
      .string()
      .max(64)
      .regex(/^[^\p{C}]+$/u, 'is no name'),
    { type: 'line', longest: 64 },
    options,
  );
