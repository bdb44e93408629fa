import type { Act } from '@caseweave/model';
import { z } from 'zod';
import { spanSchema, type Span } from './span.ts';

/** A right given to one person by name. */
export interface Grant extends Span {
  readonly principal: string;
  readonly section: string;
  readonly act: Act;
}

export const grantSchema = z
  .object({ principal: z.string(), section: z.string(), act: z.enum(['read', 'append', 'write']), ...spanSchema })
  .readonly();
