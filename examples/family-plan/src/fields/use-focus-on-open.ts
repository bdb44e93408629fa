import { useCallback, useEffect, useRef, type RefObject } from 'react';

const inputs = 'input, textarea, select';

/** Moves the focus into a field as it opens; gives a function that moves it back to the value once it is closed. */
export function useFocusOnOpen(frame: RefObject<HTMLElement | null>, isOpen: boolean): () => void {
  const goBack = useRef(false);
  useEffect(() => {
    if (isOpen) {
      const input = frame.current?.querySelector<HTMLElement>(inputs);
      input?.focus();
      if (input instanceof HTMLTextAreaElement || (input instanceof HTMLInputElement && input.type === 'text'))
        input.select();
    } else if (goBack.current) {
      goBack.current = false;
      frame.current?.querySelector<HTMLElement>('button')?.focus();
    }
  }, [frame, isOpen]);
  return useCallback(() => {
    goBack.current = true;
  }, []);
}
