const nameOf = (practitioner: string): string => `caseweave.open-tab.${practitioner}`;

let leave: (() => void) | null = null;

/** Says to other tabs, for as long as this one is open, whose caseload it shows; null: nobody's. */
export function showWhoIsHere(practitioner: string | null): void {
  leave?.();
  leave = null;
  if (practitioner === null) return;
  const gone = new Promise<void>((resolve) => {
    leave = resolve;
  });
  // Shared: several tabs may show one caseload. The browser lets go of it when the tab ends, however it ends.
  void navigator.locks.request(nameOf(practitioner), { mode: 'shared' }, () => gone);
}

/** Tells whether some tab shows a person's caseload now. */
export async function isOpenInATab(practitioner: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === nameOf(practitioner));
}
