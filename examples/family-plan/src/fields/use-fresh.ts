import { useEffect, useRef, useState } from 'react';

const shownFor = 2_500;

/** True for a moment after a value has changed on a screen that already showed it. */
export function useFresh(value: string): boolean {
  const before = useRef(value);
  const [fresh, setFresh] = useState(false);
  useEffect(() => {
    if (before.current === value) return undefined;
    before.current = value;
    setFresh(true);
    const timer = window.setTimeout(() => setFresh(false), shownFor);
    return () => window.clearTimeout(timer);
  }, [value]);
  return fresh;
}
