import type { OpenSection } from '@caseweave/caseload';
import { useEffect, useState } from 'react';
import { announce } from '../page/announcer.ts';
import { takeBack, type TakenBack } from './take-back.ts';

const shownFor = 12_000;

/** Takes back, and does again, by the usual keys, outside of what is being typed; says what was taken back. */
export function UndoKeys({ section }: { readonly section: Pick<OpenSection, 'undo' | 'redo'> }) {
  const [taken, setTaken] = useState<TakenBack | null>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const doing = askedFor(event);
      // What is being typed has an undo of its own.
      if (doing === null || isTyping(event.target)) return;
      event.preventDefault();
      const outcome = takeBack(section, doing);
      setTaken(outcome);
      announce(outcome.words);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [section]);
  useEffect(() => {
    if (taken === null) return undefined;
    const timer = window.setTimeout(() => setTaken(null), shownFor);
    return () => window.clearTimeout(timer);
  }, [taken]);
  if (taken === null) return null;
  return (
    <div className="app-taken-back" data-testid="taken-back">
      <span>{taken.words}</span>
      {taken.canRedo && (
        <button type="button" className="app-link-button" onClick={() => setTaken(takeBack(section, 'redo'))}>
          Do it again
        </button>
      )}
      <button type="button" className="app-link-button" onClick={() => setTaken(null)}>
        Close
      </button>
    </div>
  );
}

function askedFor({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' && ctrlKey && !shiftKey ? 'redo' : null;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable=true]') !== null;
