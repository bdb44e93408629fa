const storageKey = 'caseweave.work-offline';

/** Tells whether the offline switch was left on. */
export const isSwitchedOff = (): boolean => localStorage.getItem(storageKey) === 'yes';

/** Keeps the offline switch over reloads. */
export function keepSwitchedOff(off: boolean): void {
  if (off) localStorage.setItem(storageKey, 'yes');
  else localStorage.removeItem(storageKey);
}
