const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const moment = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const long = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

const dayLength = 86_400_000;
const start = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The calendar date in London at a moment, `2026-12-01`. */
export function dayInLondon(at: number): string {
  const parts = new Map(london.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

/** A calendar date in words, "1 December 2026". */
export const dayWords = (day: string): string => long.format(start(day));

/** A moment in words, as a clock in London shows it: "1 December 2026 at 09:30". */
export function momentWords(at: number): string {
  const parts = new Map(moment.formatToParts(at).map(({ type, value }) => [type, value]));
  const { day, month, year, hour, minute } = Object.fromEntries(parts);
  return `${day} ${month} ${year} at ${hour}:${minute}`;
}

/** How many days lie from one calendar date to another. */
export const daysBetween = (from: string, to: string): number => Math.round((start(to) - start(from)) / dayLength);

/** The calendar date some days after another, or before it. */
export const addDays = (day: string, days: number): string =>
  new Date(start(day) + days * dayLength).toISOString().slice(0, 10);

/** A calendar date seen from today: "in 19 days", "yesterday". */
export function fromTodayWords(day: string, today: string): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** Completed years between a birth and a day. */
export function ageOn(dateOfBirth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return day.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}
