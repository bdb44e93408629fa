import type { Level, RecordState } from '@caseweave/model';
import { z } from 'zod';

/** Somebody of the repairs' directory: of a firm, or of the office; a supervisor answers for a district. */
export interface Staff {
  readonly id: string;
  readonly firm: string | null;
  readonly district: string | null;
  readonly roles: readonly string[];
  /** The home that they live in: the id of its record. */
  readonly home?: string;
}

export const staff = z
  .object({
    id: z.string(),
    firm: z.string().nullable(),
    district: z.string().nullable(),
    roles: z.array(z.string()).readonly(),
    home: z.string().exactOptional(),
  })
  .readonly();

/** Somebody's time at a job. */
export interface Worker {
  readonly who: string;
  readonly from: number;
  readonly to: number | null;
  /** There where the end was decided when it came. */
  readonly isEnded?: true;
}

/** A section that is opened to somebody by name. */
interface Named extends Worker {
  readonly section: string;
  readonly level: Exclude<Level, 'none'>;
}

const worker = {
  who: z.string(),
  from: z.number(),
  to: z.number().nullable(),
  isEnded: z.literal(true).exactOptional(),
};
const level = z.enum(['read', 'append', 'write']);
const ids = z.array(z.string()).readonly();

/** What is decided about a job. */
export interface JobFacts {
  readonly officer: string | null;
  readonly district: string | null;
  readonly workers: readonly Worker[];
  readonly named: readonly Named[];
  readonly barred: readonly string[];
  readonly homes: readonly string[];
}

export const jobFacts = z
  .object({
    officer: z.string().nullable(),
    district: z.string().nullable(),
    workers: z.array(z.object(worker).readonly()).readonly(),
    named: z.array(z.object({ ...worker, section: z.string(), level }).readonly()).readonly(),
    barred: ids,
    homes: ids,
  })
  .readonly();

/** What is decided about a home. */
export interface HomeFacts {
  readonly isGuarded: boolean;
  readonly barred: readonly string[];
}

export const homeFacts = z.object({ isGuarded: z.boolean(), barred: ids }).readonly();

/** A home of which nothing is decided yet. */
export const plainHome: HomeFacts = { isGuarded: false, barred: [] };

export const isNow = ({ from, to }: Worker, at: number): boolean => from <= at && (to === null || at < to);

/** Ends what has not ended by a moment, there and then. */
export const endedAt = <One extends Worker>(one: One, at: number): One =>
  one.to === null || one.to > at ? { ...one, to: at, isEnded: true } : one;

/** The ends that were given beforehand. */
export const endsOf = (spans: readonly Worker[]): readonly number[] =>
  spans.flatMap(({ to, isEnded }) => (to === null || isEnded === true ? [] : [to]));

/** The jobs around a record: itself, or those that are done at a home. */
export const jobsAround = (state: RecordState): readonly RecordState<JobFacts>[] =>
  [state, ...state.linkedFrom].filter((one): one is RecordState<JobFacts> => one.kind === 'job');
