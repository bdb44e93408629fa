/** The moment in universal time; null where there is none, or where a device's clock gave none that can be said. */
export function momentOf(at: unknown): string | null {
  const moment = new Date(typeof at === 'number' ? at : Number.NaN);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
