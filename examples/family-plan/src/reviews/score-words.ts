import type { Scale } from '@caseweave/family';

const colours: Readonly<Record<number, string>> = { 1: 'Red', 2: 'Amber', 3: 'Green' };

/** A score as it is said: a colour by its name, a share with its sign. */
export function scoreInWords(scale: Scale | null, value: number | null): string {
  if (value === null) return '';
  if (scale === 'rag') return colours[value] ?? String(value);
  return scale === 'attendance_percent' ? `${value}%` : String(value);
}
