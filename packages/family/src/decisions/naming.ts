import type { Names } from '@caseweave/model';
import { dayInLondon, dayWords } from '../words/days.ts';

/** The name of a practitioner, at the beginning of a sentence. */
export const someone = (names: Names, id: string): string => names.who(id) ?? 'A practitioner';

/** The name of a hub. */
export const somewhere = (names: Names, id: string): string => names.unit('hub', id) ?? 'a hub';

/** An end as the end of a sentence says it. */
export const untilWords = (until: number | null | undefined): string =>
  until === null || until === undefined ? '' : ` until ${dayWords(dayInLondon(until))}`;
