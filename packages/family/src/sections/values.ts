import { z } from 'zod';

/** A calendar date, `2026-12-01`. */
export const day = z.iso.date();

/** A short line of words. */
export const line = z.string().min(1).max(200);

/** A few sentences, written once. */
export const passage = z.string().min(1).max(8_000);

/** The id of a person, a practitioner or a row. */
export const reference = z.string().min(1).max(64);
