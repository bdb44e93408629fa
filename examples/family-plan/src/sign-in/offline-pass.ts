import { isPractitioner, type Practitioner } from './practitioner.ts';

/** Leave to open one's caseload on this device without the server, until some time after the last contact with it. */
export interface OfflinePass {
  readonly practitioner: Practitioner;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const storageKey = 'caseweave.offline-passes';

/** How long a caseload may be opened after the last contact with the server: three days. */
const passLasts = 72 * 3_600_000;

/** The passes of this device that have not run out, the latest first. No token is kept with them. */
export const currentPasses = (now: number): readonly OfflinePass[] => readPasses().filter(({ until }) => now < until);

/** Tells whether this device has had a pass that has run out. */
export const hasLapsedPass = (now: number): boolean => readPasses().some(({ until }) => until <= now);

/** Renews somebody's pass: the server was reached just now. */
export function renewPass(practitioner: Practitioner, now: number): void {
  writePasses([{ practitioner, until: now + passLasts }, ...passesBut(practitioner.id)]);
}

/** Ends somebody's pass: they signed out, or the server does not know them any more. */
export function dropPass(practitioner: string): void {
  writePasses(passesBut(practitioner));
}

const passesBut = (id: string): readonly OfflinePass[] =>
  readPasses().filter(({ practitioner }) => practitioner.id !== id);

function writePasses(passes: readonly OfflinePass[]): void {
  localStorage.setItem(storageKey, JSON.stringify(passes));
}

function readPasses(): readonly OfflinePass[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isPass).toSorted((a, b) => b.until - a.until) : [];
  } catch {
    return [];
  }
}

const isPass = (kept: unknown): kept is OfflinePass =>
  typeof kept === 'object' &&
  kept !== null &&
  'until' in kept &&
  typeof kept.until === 'number' &&
  'practitioner' in kept &&
  isPractitioner(kept.practitioner);
