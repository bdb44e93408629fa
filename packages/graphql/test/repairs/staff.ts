import { z } from 'zod';

/** What the directory says of somebody. */
export interface Staff {
  readonly id: string;
  readonly firm: string | null;
  readonly roles: readonly string[];
}

export const staff = z.object({ id: z.string(), firm: z.string().nullable(), roles: z.array(z.string()).readonly() });
