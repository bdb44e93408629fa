const EVERY = 5_000;

/** Tells of progress now and then, and only where it takes long enough to be asked about. */
export function inTime(say: (words: string) => void, what: string): (done: number, of: number) => void {
  let told = performance.now();
  return (done, of) => {
    if (performance.now() - told < EVERY) return;
    told = performance.now();
    say(`${done} of ${of} ${what}.`);
  };
}
