import { CaseloadProvider } from '@caseweave/react';
import type { Caseload } from '@caseweave/caseload';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach } from 'vitest';

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

let root: Root;
let page: HTMLElement;

beforeEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  page = document.createElement('main');
  document.body.append(page);
  root = createRoot(page);
});

afterEach(async () => {
  await done(() => root.unmount());
  page.remove();
});

/** Does something and lets all that follows from it be shown: the ports in memory answer before the next frame. */
export const done = (work: () => void) =>
  act(async () => {
    work();
    await new Promise(requestAnimationFrame);
  });

/** Shows components over a caseload. */
export const show = (caseload: Caseload, children: ReactNode) =>
  done(() => root.render(<CaseloadProvider caseload={caseload}>{children}</CaseloadProvider>));

/** Presses the button of that label. */
export const press = (label: string) =>
  done(() =>
    Array.from(page.querySelectorAll('button'))
      .find((button) => button.textContent === label)
      ?.click(),
  );

/** What is shown under a name. */
export const text = (name: string) => page.querySelector(`[data-name="${name}"]`)?.textContent;

/** The input that is on the page. */
export function input(): HTMLInputElement {
  const found = page.querySelector('input');
  if (found === null) throw new Error('There is no input on the page.');
  return found;
}
