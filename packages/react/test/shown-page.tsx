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

const labelOf = (label: string) =>
  Array.from(page.querySelectorAll('label')).find(({ textContent }) => textContent === label);

/** The input that is on the page, or the first of that label. */
export function input(label?: string): HTMLInputElement {
  const found =
    label === undefined ? page.querySelector('input') : document.getElementById(labelOf(label)?.htmlFor ?? '');
  if (found === null) throw new Error(`There is no input called ${label} on the page.`);
  return found as HTMLInputElement;
}

/** Gives an input a value, as a person does who types or chooses. */
export const give = (element: HTMLElement, value: string) =>
  done(() => {
    const [kind, event] =
      element instanceof HTMLSelectElement ? [HTMLSelectElement, 'change'] : [kindOf(element), 'input'];
    Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(element, value);
    element.dispatchEvent(new Event(event, { bubbles: true }));
  });

const kindOf = (element: HTMLElement) =>
  element instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;

/** Chooses by the words of a choice. */
export async function choose(label: string, words: string): Promise<void> {
  const element: unknown = input(label);
  if (!(element instanceof HTMLSelectElement)) throw new Error(`${label} is not chosen.`);
  await give(element, Array.from(element.options).find(({ text: said }) => said === words)?.value ?? 'none');
}

/** Leaves an input. */
export const leave = (element: HTMLElement) =>
  done(() => element.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));

/** All that is said on the page. */
export const said = (): string => page.textContent ?? '';

/** The labels of what one can write, choose or press. */
export const offered = (): readonly string[] =>
  Array.from(page.querySelectorAll('label, button'), ({ textContent }) => textContent ?? '');

/** Ticks a box. */
export const tick = (label: string) => done(() => labelOf(label)?.querySelector('input')?.click());
