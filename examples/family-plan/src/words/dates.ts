const zone = 'Europe/London';

const long = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' });
const short = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });

const dayInMs = 86_400_000;

/** A calendar date, `2026-12-01`, as noon of that day: the same day in London whatever the device's zone. */
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** Tells whether a value is a calendar date that exists. */
export function isDay(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(noon(value).getTime()) &&
    noon(value).toISOString().startsWith(value)
  );
}

/** `1 December 2026`. */
export const dayInWords = (day: string): string => (isDay(day) ? long.format(noon(day)) : day);

/** `1 Dec 2026`, where room is short. */
export const dayInShort = (day: string): string => (isDay(day) ? short.format(noon(day)) : day);

/** `10:42`, in London. */
const timeInWords = (at: number): string => clock.format(at);

/** The calendar date in London at a moment. */
export const dayOf = (at: number): string => parts.format(at);

/** When something was written: the time if it was today, else the day as well. */
export function momentInWords(at: number, now: number): string {
  return dayOf(at) === dayOf(now) ? `today at ${timeInWords(at)}` : `${short.format(at)} at ${timeInWords(at)}`;
}

/** How far off a date is: `in 19 days`, `today`, `3 days ago`. */
export function howFar(day: string, now: number): string {
  const days = Math.round((noon(day).getTime() - noon(dayOf(now)).getTime()) / dayInMs);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** Tells whether a date has passed. */
export const isPast = (day: string, now: number): boolean => day < dayOf(now);

/** Whole years between a date of birth and today. */
export function ageInYears(born: string, now: number): number {
  const [year = 0, month = 0, day = 0] = born.split('-').map(Number);
  const [thisYear = 0, thisMonth = 0, thisDay = 0] = dayOf(now).split('-').map(Number);
  const before = thisMonth < month || (thisMonth === month && thisDay < day);
  return thisYear - year - (before ? 1 : 0);
}
