const storageKey = 'caseweave.work-offline';

/** Tells whether the offline switch was left on. */
export const isSwitchedOff = (): boolean => localStorage.getItem(storageKey) === 'yes';

/** Keeps the offline switch over reloads. */
export function keepSwitchedOff(off: boolean): void {
  if (off) localStorage.setItem(storageKey, 'yes');
  else localStorage.removeItem(storageKey);
}

/** Calls back when another tab has turned the switch: it holds for the whole device. */
export function onSwitchElsewhere(listener: (off: boolean) => void): () => void {
  const changed = ({ key }: StorageEvent) => {
    if (key === storageKey) listener(isSwitchedOff());
  };
  window.addEventListener('storage', changed);
  return () => window.removeEventListener('storage', changed);
}
