import type { DatePrecision } from '@caseweave/family';
import { dayInWords } from '../words/dates.ts';

/** A date said as exactly as it is known: `about 3 May 2024`, `May 2024`, `2024`. */
export function dateAsKnown(day: string | null, precision: DatePrecision | null): string {
  if (day === null) return 'No date';
  const words = dayInWords(day);
  switch (precision) {
    case 'month':
      return words.split(' ').slice(1).join(' ');
    case 'year':
      return day.slice(0, 4);
    case 'about':
      return `About ${words}`;
    case 'day':
    case null:
      return words;
  }
}
